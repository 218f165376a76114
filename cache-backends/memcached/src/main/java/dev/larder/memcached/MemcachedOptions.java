package dev.larder.memcached;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which servers a {@link MemcachedStore} uses, and how. Immutable. */
public final class MemcachedOptions {
  final List<ServerAddress> servers;
  final @Nullable Credentials credentials;
  final MemcachedProtocol protocol;
  final @Nullable Tls tls;
  final int poolSize;
  final Duration timeout;
  final int retries;
  final Duration retryDelay;
  final @Nullable Duration discoveryInterval;

  MemcachedOptions(MemcachedOptionsBuilder given) {
    servers = given.servers();
    credentials = given.credentials();
    protocol = given.protocol();
    tls = given.tlsOptions();
    poolSize = given.poolSize;
    timeout = given.timeout;
    retries = given.retries;
    retryDelay = given.retryDelay;
    discoveryInterval = given.discovery ? given.discoveryInterval : null;
  }

  /** Begins with one server at {@code localhost:11211}, without TLS and credentials. */
  public static MemcachedOptionsBuilder builder() {
    return new MemcachedOptionsBuilder();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MemcachedOptions["
        + servers
        + (discoveryInterval == null ? "" : ", discovery every " + discoveryInterval)
        + ", "
        + protocol
        + (credentials == null ? "" : ", " + credentials)
        + (tls == null ? "" : ", " + tls)
        + ", poolSize="
        + poolSize
        + ", timeout="
        + timeout
        + ", retries="
        + retries
        + ", retryDelay="
        + retryDelay
        + ']';
  }

  /** Who we are to the servers. */
  record Credentials(String username, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "username=" + username;
    }
  }

  /**
   * That connections are encrypted.
   *
   * @param trustStore the certificates to trust; null for those that the JVM trusts
   * @param verifiesHostName whether a certificate must be for the server's name
   */
  record Tls(@Nullable Path trustStore, @Nullable String password, boolean verifiesHostName) {
    /** Without the password. */
    @Override
    public String toString() {
      return "tls" + (trustStore == null ? "" : " trusting " + trustStore);
    }
  }
}
