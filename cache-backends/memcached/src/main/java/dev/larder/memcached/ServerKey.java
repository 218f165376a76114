package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The keys as Memcached takes them: at most 250 bytes, none of them a blank or a control character.
 * A text that is no such key becomes one that begins as the text does and ends in a brace and half
 * a SHA-256 of the whole; the key text of a value has no brace, so that no two meet by accident.
 */
final class ServerKey {
  private static final int LONGEST = 250;

  /** What of a text stands before the hash of 22 characters. */
  private static final int HEAD = 200;

  private static final int HASH_BYTES = 16;

  private ServerKey() {}

  static String of(String text) {
    return isKey(text) ? text : hashed(text);
  }

  /** A server's key as it is sent. */
  static byte[] bytes(String serverKey) {
    return serverKey.getBytes(US_ASCII);
  }

  private static boolean isKey(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** What is no letter of ASCII might be of several bytes, and a blank to another client. */
  private static boolean isPlain(char c) {
    return c > ' ' && c < 0x7f;
  }

  private static String hashed(String text) {
    StringBuilder key = new StringBuilder(LONGEST);
    for (int i = 0; i < Math.min(HEAD, text.length()); i++) {
      key.append(isPlain(text.charAt(i)) ? text.charAt(i) : '_');
    }
    return key.append('{').append(hash(text)).append('}').toString();
  }

  private static String hash(String text) {
    byte[] digest = digest("SHA-256", text.getBytes(UTF_8));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(digest, HASH_BYTES));
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has " + algorithm, e);
    }
  }
}
