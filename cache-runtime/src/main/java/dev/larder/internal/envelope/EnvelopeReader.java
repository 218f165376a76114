package dev.larder.internal.envelope;

import org.jspecify.annotations.Nullable;

/** Checks one array of bytes. Nothing is believed before it is known to lie within the array. */
final class EnvelopeReader {
  static final byte MAGIC_HIGH = 0x4C;
  static final byte MAGIC_LOW = (byte) 0xA1;
  static final byte FORMAT = 2;
  static final int COUNT = 3;
  static final int FIRST_VARIANT = 4;
  static final int VARIANT_HEADER = 13;
  static final int CHECKSUM = 4;
  private static final int FORM = 8;
  private static final int LENGTH = 9;

  private final byte[] bytes;

  EnvelopeReader(byte[] bytes) {
    this.bytes = bytes;
  }

  Opening open(String keyText) {
    Flaw flaw = flaw(keyText);
    return flaw == null ? new Envelope(bytes) : new Opening.Refused(flaw);
  }

  private @Nullable Flaw flaw(String keyText) {
    Flaw flaw = flawOfHeader();
    if (flaw == null) {
      flaw = flawOfLengths();
    }
    if (flaw != null) {
      return flaw;
    }
    int end = bytes.length - CHECKSUM;
    if (BigEndian.intAt(bytes, end) != KeyedChecksum.of(keyText, bytes, end)) {
      return Flaw.CHECKSUM;
    }
    return isSound() ? null : Flaw.MALFORMED;
  }

  private @Nullable Flaw flawOfHeader() {
    if (bytes.length < FIRST_VARIANT) {
      return Flaw.TRUNCATED;
    }
    if (bytes[0] != MAGIC_HIGH || bytes[1] != MAGIC_LOW) {
      return Flaw.FOREIGN;
    }
    if (bytes[2] != FORMAT) {
      return Flaw.UNKNOWN_FORMAT;
    }
    int count = bytes[COUNT];
    return count < 1 || count > Envelope.MOST_VARIANTS ? Flaw.MALFORMED : null;
  }

  private @Nullable Flaw flawOfLengths() {
    int end = bytes.length - CHECKSUM;
    int at = FIRST_VARIANT;
    for (int left = bytes[COUNT]; left > 0; left--) {
      // Each subtraction stays within the array, so that no sum can overflow.
      if (end - at < VARIANT_HEADER) {
        return Flaw.TRUNCATED;
      }
      int length = BigEndian.intAt(bytes, at + LENGTH);
      if (length < 0) {
        return Flaw.MALFORMED;
      }
      if (length > end - at - VARIANT_HEADER) {
        return Flaw.TRUNCATED;
      }
      at += VARIANT_HEADER + length;
    }
    return at == end ? null : Flaw.SURPLUS;
  }

  private boolean isSound() {
    int count = bytes[COUNT];
    int at = FIRST_VARIANT;
    for (int left = count; left > 0; left--) {
      if (!variantAt(bytes, at).isSound() || isRepeated(at, left - 1)) {
        return false;
      }
      at = endOfVariant(bytes, at);
    }
    return true;
  }

  private boolean isRepeated(int at, int following) {
    long id = BigEndian.longAt(bytes, at);
    int other = at;
    for (int left = following; left > 0; left--) {
      other = endOfVariant(bytes, other);
      if (BigEndian.longAt(bytes, other) == id) {
        return true;
      }
    }
    return false;
  }

  /** The variant whose header begins there. */
  static Variant variantAt(byte[] bytes, int at) {
    int length = BigEndian.intAt(bytes, at + LENGTH);
    return new Variant(
        BigEndian.longAt(bytes, at), bytes[at + FORM], bytes, at + VARIANT_HEADER, length);
  }

  /** Where the variant ends whose header begins there. */
  static int endOfVariant(byte[] bytes, int at) {
    return at + VARIANT_HEADER + BigEndian.intAt(bytes, at + LENGTH);
  }
}
