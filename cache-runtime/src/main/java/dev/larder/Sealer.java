package dev.larder;

import dev.larder.internal.envelope.Envelope;
import dev.larder.spi.Codec;
import dev.larder.spi.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Values to the bytes that a store holds, and back.
 *
 * @param <V> the values
 */
final class Sealer<V> {
  private final ValueType<V> type;
  private final ValueCodec<V> codec;

  Sealer(ValueType<V> type, Codec codec) {
    this.type = type;
    this.codec = codec.codecFor(type);
  }

  /** The bytes for a value, null included. */
  byte[] seal(String keyText, @Nullable V value) {
    return Envelope.seal(keyText, type.fingerprint(), value == null ? null : encoded(value));
  }

  private byte[] encoded(V value) {
    try {
      return codec.encode(value);
    } catch (Throwable e) {
      StoreFaults.passOnFatal(e);
      throw new CacheCodecException("a value of " + type + " cannot be encoded", e);
    }
  }

  /** What is in the bytes; null if they are not whole, or of another key or type. */
  Envelope.@Nullable Contents open(String keyText, byte[] bytes) {
    return Envelope.open(keyText, type.fingerprint(), bytes);
  }

  /** The value in an envelope. */
  @Nullable V decode(Envelope.Contents contents) {
    if (contents.payload() == null) {
      return null;
    }
    try {
      return codec.decode(contents.payload());
    } catch (Throwable e) {
      StoreFaults.passOnFatal(e);
      throw new CacheCodecException("a value of " + type + " cannot be decoded", e);
    }
  }
}
