package dev.larder.processor.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first eight bytes of a SHA-256 over a type and the shapes of all that it reaches. */
final class Fingerprint {
  private Fingerprint() {}

  /** The fingerprint of the type from which they were reached. */
  static long of(ReachedTypes reached) {
    StringBuilder text = new StringBuilder(reached.root()).append('\n');
    reached
        .shapes()
        .forEach((name, shape) -> text.append(name).append(' ').append(shape).append('\n'));
    return of(text.toString());
  }

  /** The hash of a text. */
  static long of(String text) {
    return ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
