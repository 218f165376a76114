package dev.larder.internal.envelope;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a distributed tier holds for a key: the value in one to four variants, in a frame that tells
 * foreign, cut and damaged bytes from whole ones (I8). Format 2:
 *
 * <pre>
 *   bytes
 *   2      magic, 4C A1
 *   1      format, 2
 *   1      number of variants, 1 to 4
 *          for each of them:
 *   8        id
 *   1        form: 00 as the codec wrote it; FF null; 01 to 7F the id of the compressor
 *   4        length of the payload
 *   n        payload; a compressed one begins with its original length, 4 bytes
 *   4      CRC-32C of the key text in UTF-8 and of all bytes before
 * </pre>
 *
 * Numbers are big-endian, lengths never negative. No id occurs twice; the variant that was written
 * last is the first. The key text is part of the checksum, so that bytes under a key that was
 * shortened by a store are known to be those of the full one (I1).
 *
 * <p>An instance is one that was opened and found whole.
 */
public final class Envelope implements Opening {
  /** How many bytes the frame adds to the payload of a single variant. */
  public static final int OVERHEAD = 21;

  /** The most variants that an envelope holds. */
  public static final int MOST_VARIANTS = 4;

  private final byte[] bytes;

  Envelope(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What the bytes hold; they must not be changed while the answer is in use. */
  public static Opening open(String keyText, byte[] bytes) {
    return new EnvelopeReader(bytes).open(keyText);
  }

  /** The framed bytes of one variant. */
  public static byte[] seal(String keyText, Variant own) {
    return EnvelopeWriter.seal(keyText, List.of(own));
  }

  /**
   * The framed bytes of one variant, and of those that others wrote and will look for: as many as
   * there is room for, the latest first.
   *
   * @param limit the most bytes that all payloads take together, where there is more than one
   */
  public byte[] sealBeside(String keyText, Variant own, int limit) {
    List<Variant> variants = new ArrayList<>(MOST_VARIANTS);
    variants.add(own);
    long taken = own.length();
    for (Variant each : variants()) {
      boolean wanted = each.id() != own.id() && variants.size() < MOST_VARIANTS;
      if (wanted && taken + each.length() <= limit) {
        variants.add(each);
        taken += each.length();
      }
    }
    return EnvelopeWriter.seal(keyText, variants);
  }

  /** The variant of an id; null if it is not among those in here. */
  public @Nullable Variant variant(long id) {
    int at = EnvelopeReader.FIRST_VARIANT;
    for (int left = count(); left > 0; left--) {
      if (BigEndian.longAt(bytes, at) == id) {
        return EnvelopeReader.variantAt(bytes, at);
      }
      at = EnvelopeReader.endOfVariant(bytes, at);
    }
    return null;
  }

  /** All variants, the one that was written last first. */
  public List<Variant> variants() {
    List<Variant> variants = new ArrayList<>(MOST_VARIANTS);
    int at = EnvelopeReader.FIRST_VARIANT;
    for (int left = count(); left > 0; left--) {
      variants.add(EnvelopeReader.variantAt(bytes, at));
      at = EnvelopeReader.endOfVariant(bytes, at);
    }
    return List.copyOf(variants);
  }

  private int count() {
    return bytes[EnvelopeReader.COUNT];
  }
}
