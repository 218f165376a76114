package dev.larder.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.larder.spi.Codec;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueCodec;

/** Strings as their text. */
public final class TextCodec implements Codec {
  @Override
  public String name() {
    return "text";
  }

  @Override
  public <V> ValueCodec<V> codecFor(StoredType<V> type) {
    return new ValueCodec<>() {
      @Override
      public byte[] encode(V value) {
        return value.toString().getBytes(UTF_8);
      }

      @Override
      @SuppressWarnings("unchecked") // values are strings
      public V decode(byte[] bytes, int offset, int length) {
        return (V) new String(bytes, offset, length, UTF_8);
      }
    };
  }
}
