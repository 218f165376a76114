package dev.larder.internal.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The number by which a reader knows the variant that it can decode. */
public final class VariantId {
  private VariantId() {}

  /**
   * The first eight bytes of a SHA-256 over the fingerprint and the codec's name in UTF-8: whoever
   * writes the type in another shape, or by another codec, has another one.
   *
   * @param fingerprint that of the type of values
   * @param codec the codec's name
   */
  public static long of(long fingerprint, String codec) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, fingerprint));
      return BigEndian.longAt(digest.digest(codec.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
