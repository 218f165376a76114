package dev.larder.processor.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;

/** The first eight bytes of a SHA-256 over the shapes of types, in the order of their names. */
final class Fingerprint {
  private Fingerprint() {}

  /** The fingerprint of shapes by type name. */
  static long of(SortedMap<String, String> shapes) {
    StringBuilder text = new StringBuilder();
    shapes.forEach((name, shape) -> text.append(name).append(' ').append(shape).append('\n'));
    byte[] hash = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
