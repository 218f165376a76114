package dev.larder.spi;

/**
 * A {@link Codec} for one type of values; safe for use by several threads at once. Bytes that reach
 * {@link #decode} are whole: the envelope around them has been checked.
 *
 * @param <V> the values; never null
 */
public interface ValueCodec<V> {
  /** The value as bytes. */
  byte[] encode(V value);

  /** The value of bytes that {@link #encode} made. */
  V decode(byte[] bytes);
}
