package dev.larder.redis;

import dev.larder.testkit.server.RedisServer;
import dev.larder.testkit.server.TlsFiles;

/** Options that trust the authority of a server's certificate. */
final class Trusting {
  private Trusting() {}

  static RedisOptionsBuilder options(RedisServer server) {
    TlsFiles files = server.tls();
    return RedisOptions.builder().trustStore(files.trustStore(), files.password());
  }
}
