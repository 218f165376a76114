package dev.larder;

import dev.larder.internal.kryo.KryoCodec;
import dev.larder.spi.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Deep copies of a cache's values, for callers who may change them: each is written and read back.
 *
 * @param <V> the values
 */
final class Copies<V> {
  private final ValueType<V> type;
  private final ValueCodec<V> codec;

  /**
   * Copies of values of a type.
   *
   * @throws CacheConfigurationException if nothing says how they are written
   */
  Copies(ValueType<V> type) {
    this.type = type;
    this.codec = codec(type);
  }

  private static <V> ValueCodec<V> codec(ValueType<V> type) {
    try {
      return new KryoCodec().codecFor(type);
    } catch (RuntimeException | LinkageError e) {
      throw new CacheConfigurationException(
          "values of " + type + " cannot be copied, as localCopy asks: " + e.getMessage(), e);
    }
  }

  /** A copy; null for null. */
  @Nullable V of(@Nullable V value) {
    if (value == null) {
      return null;
    }
    try {
      return codec.decode(codec.encode(value));
    } catch (Throwable e) {
      StoreFaults.passOnFatal(e);
      throw new CacheCodecException("a value of " + type + " cannot be copied", e);
    }
  }
}
