package dev.larder.spi;

/** Turns values into bytes and back. */
public interface Codec {
  /** What configuration and messages call this codec. */
  String name();

  /**
   * The codec for one type of values.
   *
   * @throws RuntimeException if this codec cannot carry such values
   */
  <V> ValueCodec<V> codecFor(StoredType<V> type);
}
