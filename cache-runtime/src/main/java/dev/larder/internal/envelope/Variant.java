package dev.larder.internal.envelope;

/**
 * The value as one build writes it: a slice of bytes, which nobody changes. Two variants are never
 * compared.
 *
 * @param id names the shape of the value and the codec, see {@link VariantId}
 * @param form {@link #PLAIN}, {@link #NULL}, or the id of the compressor, 1 to 127
 * @param bytes an array that holds the payload
 * @param offset where in it the payload begins
 * @param length how many bytes the payload has
 */
@SuppressWarnings("ArrayRecordComponent") // carries bytes to a codec, and is never compared
public record Variant(long id, byte form, byte[] bytes, int offset, int length) {
  /** The form of a payload that is as the codec wrote it. */
  public static final byte PLAIN = 0;

  /** The form of a null; it has no payload. */
  public static final byte NULL = -1;

  private static final byte[] NOTHING = {};

  /** A null. */
  public static Variant ofNull(long id) {
    return new Variant(id, NULL, NOTHING, 0, 0);
  }

  /** A payload as the codec wrote it. */
  public static Variant plain(long id, byte[] payload) {
    return new Variant(id, PLAIN, payload, 0, payload.length);
  }

  /**
   * A compressed payload.
   *
   * @param compressor the compressor's id, 1 to 127
   * @param originalLength how many bytes it was made of
   */
  public static Variant compressed(
      long id, byte compressor, int originalLength, byte[] compressed) {
    byte[] payload = new byte[Integer.BYTES + compressed.length];
    BigEndian.putInt(payload, 0, originalLength);
    System.arraycopy(compressed, 0, payload, Integer.BYTES, compressed.length);
    return new Variant(id, compressor, payload, 0, payload.length);
  }

  /** Whether the value is null. */
  public boolean isNull() {
    return form == NULL;
  }

  /** Whether the payload went through a compressor. */
  public boolean isCompressed() {
    return form > PLAIN;
  }

  /** How many bytes the codec wrote, as the envelope states it. */
  public int originalLength() {
    return isCompressed() ? BigEndian.intAt(bytes, offset) : length;
  }

  /** Where the compressed bytes begin, or those of the codec. */
  public int contentOffset() {
    return isCompressed() ? offset + Integer.BYTES : offset;
  }

  /** How many compressed bytes there are, or bytes of the codec. */
  public int contentLength() {
    return isCompressed() ? length - Integer.BYTES : length;
  }

  /** Whether a writer could have made this. */
  boolean isSound() {
    return switch (form) {
      case PLAIN -> true;
      case NULL -> length == 0;
      default -> form > PLAIN && length >= Integer.BYTES && originalLength() >= 0;
    };
  }
}
