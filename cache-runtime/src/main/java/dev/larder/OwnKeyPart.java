package dev.larder;

import dev.larder.internal.text.EscapedText;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part whose values are immutable and equal by what they are: the value is its own normal form.
 */
final class OwnKeyPart<T> extends PartType<T> {
  private final Class<T> type;
  private final Function<T, String> writer;
  private final Function<String, T> reader;

  OwnKeyPart(String name, Class<T> type, Function<T, String> writer, Function<String, T> reader) {
    super(name);
    this.type = type;
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public boolean isOwnKey() {
    return true;
  }

  @Override
  public @Nullable Object normal(@Nullable T value) {
    return value;
  }

  @Override
  @Nullable Object misfit(Object value) {
    return type.isInstance(value) ? null : value;
  }

  @Override
  void write(Object normal, StringBuilder out) {
    EscapedText.append(writer.apply(type.cast(normal)), out);
  }

  @Override
  Object parse(String text) {
    String plain = EscapedText.read(text);
    T value = reader.apply(plain);
    if (!writer.apply(value).equals(plain)) {
      throw new IllegalArgumentException("not the one text of its value");
    }
    return value;
  }
}
