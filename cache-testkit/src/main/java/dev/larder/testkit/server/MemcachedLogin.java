package dev.larder.testkit.server;

/**
 * Who may talk to a server of Memcached.
 *
 * @param sasl whether by SASL, which makes the server speak the binary protocol alone; otherwise by
 *     a first {@code set}, in the text protocol
 */
record MemcachedLogin(String user, String password, boolean sasl) {
  MemcachedLogin {
    requireWord("user name", user);
    requireWord("password", password);
  }

  // Both files that hold it are made of lines, and one has colons between.
  private static void requireWord(String what, String word) {
    if (!word.matches("[^\\s:]+")) {
      throw new IllegalArgumentException(
          "The %s of a Memcached server is empty or has a space or colon: \"%s\""
              .formatted(what, word));
    }
  }
}
