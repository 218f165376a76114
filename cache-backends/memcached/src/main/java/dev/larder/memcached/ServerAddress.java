package dev.larder.memcached;

import dev.larder.CacheConfigurationException;

/** Where a server listens. */
record ServerAddress(String host, int port) {
  static final int DEFAULT_PORT = 11211;

  private static final int LARGEST_PORT = 65_535;

  /**
   * An address as people write it: {@code host}, {@code host:port} or {@code [IPv6]:port}.
   *
   * @throws CacheConfigurationException if it is none
   */
  static ServerAddress parse(String text) {
    String given = text.strip();
    int hostEnd = given.startsWith("[") ? given.indexOf(']') + 1 : given.indexOf(':');
    if (hostEnd == given.length() || hostEnd < 0) {
      return of(text, given, DEFAULT_PORT);
    }
    if (given.charAt(hostEnd) != ':') {
      throw refused(text);
    }
    return of(text, given.substring(0, hostEnd), port(text, given.substring(hostEnd + 1)));
  }

  private static ServerAddress of(String text, String host, int port) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (bare.isEmpty() || bare.chars().anyMatch(c -> c <= ' ' || c == '/' || c == ',')) {
      throw refused(text);
    }
    return new ServerAddress(bare, port);
  }

  private static int port(String text, String digits) {
    if (!digits.matches("[0-9]{1,5}")) {
      throw refused(text);
    }
    int port = Integer.parseInt(digits);
    if (port == 0 || port > LARGEST_PORT) {
      throw refused(text);
    }
    return port;
  }

  private static CacheConfigurationException refused(String text) {
    return new CacheConfigurationException(
        "a Memcached server is host:port with a port from 1 to 65535, but was \"" + text + '"');
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
