package dev.larder.redis;

import dev.larder.CacheConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address with what else a URL tells: {@code rediss://user:password@host:port/database}.
 *
 * @param tls whether TLS is spoken
 * @param host a name or an address; one of IPv6 in brackets
 * @param username null where none is told
 * @param password null where none is told
 * @param database null where none is told
 */
record RedisUrl(
    boolean tls,
    String host,
    int port,
    @Nullable String username,
    @Nullable String password,
    @Nullable Integer database) {
  private static final int DEFAULT_PORT = 6379;
  private static final Set<String> PLAIN = Set.of("redis", "valkey");
  private static final Set<String> TLS = Set.of("rediss", "valkeys");

  /**
   * Reads a URL.
   *
   * @throws CacheConfigurationException if it is none; the message holds nothing of it but the
   *     scheme
   */
  static RedisUrl parse(String text) {
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    if (!PLAIN.contains(scheme) && !TLS.contains(scheme)) {
      throw refused("the text", "it must begin with redis://, rediss://, valkey:// or valkeys://");
    }
    if (uri.getHost() == null) {
      throw refused(shown(scheme), "it names no host of letters, digits, dots and hyphens");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw refused(
          shown(scheme), "nothing is known after ? and #; what would stand there has options");
    }
    String[] login = login(uri);
    return new RedisUrl(
        TLS.contains(scheme),
        uri.getHost(),
        port(scheme, uri.getPort()),
        login[0],
        login[1],
        database(scheme, uri.getRawPath()));
  }

  private static URI uri(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      // The exception quotes its input, and with it the password: it is not handed on.
      throw refused(
          "the text", "it is no URL; what is special in a password is written as %40 and such");
    }
  }

  private static int port(String scheme, int port) {
    if (port == 0 || port > 65_535) {
      throw refused(shown(scheme), "its port must be between 1 and 65535");
    }
    return port < 0 ? DEFAULT_PORT : port;
  }

  /** User and password, each null where there is none. */
  private static @Nullable String[] login(URI uri) {
    String raw = uri.getRawUserInfo();
    if (raw == null) {
      return new @Nullable String[] {null, null};
    }
    int colon = raw.indexOf(':');
    String user = decoded(colon < 0 ? raw : raw.substring(0, colon));
    String password = colon < 0 ? null : decoded(raw.substring(colon + 1));
    if (user.isEmpty()) {
      return new @Nullable String[] {null, "".equals(password) ? null : password};
    }
    return new @Nullable String[] {user, password};
  }

  private static @Nullable Integer database(String scheme, @Nullable String path) {
    if (path == null || path.isEmpty() || path.equals("/")) {
      return null;
    }
    try {
      int number = Integer.parseUnsignedInt(path.substring(1));
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It quotes what may be a password, and is not handed on.
    }
    throw refused(shown(scheme), "its path must be the number of a database");
  }

  /** As URLs write texts; unlike in forms, a plus is a plus. */
  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Of a URL that is refused any part but the scheme may be a password at the wrong place. */
  private static String shown(String scheme) {
    return "\"" + scheme + "://...\"";
  }

  private static CacheConfigurationException refused(String what, String because) {
    return new CacheConfigurationException(what + " is no URL of a Redis server: " + because);
  }

  /** As Redisson is given it: without login, for it would print that. */
  String address() {
    return (tls ? "rediss://" : "redis://") + hostAndPort();
  }

  String hostAndPort() {
    return host + ":" + port;
  }

  @Override
  public String toString() {
    return address();
  }
}
