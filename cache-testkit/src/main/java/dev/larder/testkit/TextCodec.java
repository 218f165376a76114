package dev.larder.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;
import java.util.Map;
import java.util.function.Function;

/** Values of {@code String} and {@code Long} as their text in UTF-8. */
public final class TextCodec implements Codec {
  private static final Map<String, Function<String, Object>> READERS =
      Map.of("java.lang.String", text -> text, "java.lang.Long", Long::valueOf);

  /** The codec. */
  public TextCodec() {}

  @Override
  public String name() {
    return "text";
  }

  @Override
  public <V> ValueCodec<V> codecFor(StoredType<V> type) {
    Function<String, Object> reader = READERS.get(type.name());
    if (reader == null) {
      throw new IllegalArgumentException("the text codec does not know " + type.name());
    }
    return new TextValues<>(reader);
  }

  private record TextValues<V>(Function<String, Object> reader) implements ValueCodec<V> {
    @Override
    public byte[] encode(V value) {
      return value.toString().getBytes(UTF_8);
    }

    @Override
    @SuppressWarnings("unchecked") // the reader was chosen by the name of the type
    public V decode(byte[] bytes, int offset, int length) {
      return (V) reader.apply(new String(bytes, offset, length, UTF_8));
    }
  }
}
