package dev.larder.spi;

/**
 * A {@link Codec} for one type of values; safe for use by several threads at once. Bytes that reach
 * {@link #decode} are whole: the envelope around them has been checked.
 *
 * @param <V> the values; never null
 */
public interface ValueCodec<V> {
  /** The value as bytes; the array is not kept, and becomes the caller's. */
  byte[] encode(V value);

  /**
   * The value of bytes that {@link #encode} made: a slice of an array, of which nothing is kept.
   *
   * @param bytes an array that holds the value's bytes, and others; not to be changed
   * @param offset where the value's bytes begin
   * @param length how many they are
   */
  V decode(byte[] bytes, int offset, int length);

  /** The value of bytes that {@link #encode} made: all of an array, of which nothing is kept. */
  default V decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }
}
