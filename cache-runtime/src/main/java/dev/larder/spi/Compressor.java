package dev.larder.spi;

/**
 * Turns bytes into fewer bytes and back; safe for use by several threads at once. Found by {@link
 * java.util.ServiceLoader}, so that whatever is on the class path can be read again, whoever wrote
 * it.
 */
public interface Compressor {
  /** What configuration and messages call this compressor. */
  String name();

  /** What envelopes call this compressor: 1 to 127, the same for ever. Larder takes 1 to 63. */
  byte id();

  /**
   * This compressor at another level.
   *
   * @param level as the compressor counts them; the higher, the smaller and slower
   * @throws IllegalArgumentException if there is no such level; the text says which there are
   */
  default Compressor withLevel(int level) {
    throw new IllegalArgumentException("the compressor " + name() + " has no levels");
  }

  /** The bytes, compressed; where that makes them longer, the caller keeps the original. */
  byte[] compress(byte[] bytes);

  /**
   * What was compressed: a slice of an array, of which nothing is kept.
   *
   * @param bytes an array that holds the compressed bytes, and others; not to be changed
   * @param offset where the compressed bytes begin
   * @param length how many they are
   * @param originalLength how many bytes it must give, no more and no less; the caller has checked
   *     it against the limit
   * @throws RuntimeException if the bytes are not those of so many
   */
  byte[] decompress(byte[] bytes, int offset, int length, int originalLength);
}
