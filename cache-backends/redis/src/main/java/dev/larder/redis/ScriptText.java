package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script as a server is sent it, and the name under which the server remembers it.
 *
 * @param sha1 of the text, in hexadecimal digits
 */
record ScriptText(String lua, String sha1) {
  static ScriptText of(String lua) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(lua.getBytes(UTF_8));
      return new ScriptText(lua, HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-1", e);
    }
  }
}
