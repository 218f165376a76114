package dev.larder.testkit.server;

/** How a server of Memcached is to be. A setup does not change: each method gives another one. */
public final class MemcachedSetup {
  private final MemcachedOptions options;

  MemcachedSetup(MemcachedOptions options) {
    this.options = options;
  }

  /** Only TLS is spoken, with the server's certificate of these. */
  public MemcachedSetup tls(TestCertificates certificates) {
    return new MemcachedSetup(options.withCertificates(certificates));
  }

  /**
   * Clients must be this user and say so in the text protocol: their first command on a connection
   * is a {@code set} whose value is name and password with a space between.
   */
  public MemcachedSetup user(String name, String password) {
    return new MemcachedSetup(options.withLogin(new MemcachedLogin(name, password, false)));
  }

  /**
   * Clients must be this user and say so by SASL (PLAIN), in the binary protocol, which is all that
   * the server speaks.
   */
  public MemcachedSetup sasl(String name, String password) {
    return new MemcachedSetup(options.withLogin(new MemcachedLogin(name, password, true)));
  }

  /**
   * Arguments of the program, such as {@code -I 2m} for larger items or {@code -m 4} for less
   * memory.
   */
  public MemcachedSetup arguments(String... arguments) {
    return new MemcachedSetup(options.withArguments(arguments));
  }

  /** One server, which answers when this returns. */
  public MemcachedServer start() {
    return MemcachedServer.start(options);
  }

  /** Several servers that know nothing of each other. */
  public MemcachedServers start(int count) {
    return MemcachedServers.start(options, count);
  }
}
