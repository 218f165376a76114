package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Somebody who may log in.
 *
 * @param password empty: none is asked for
 * @param rules what the user may do, in the words of {@code ACL SETUSER}
 */
record RedisUser(String name, String password, List<String> rules) {
  private static final List<String> EVERYTHING = List.of("~*", "&*", "+@all");

  /** Whom clients are that give no name. */
  static RedisUser ofAll(String password) {
    return new RedisUser("default", password, EVERYTHING);
  }

  /** The line of the configuration file. */
  String line() {
    String login = password.isEmpty() ? "nopass" : "#" + hash();
    return "user %s on %s %s".formatted(name, login, String.join(" ", rules));
  }

  // So that a password may hold whatever the file's syntax could not.
  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(password.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
