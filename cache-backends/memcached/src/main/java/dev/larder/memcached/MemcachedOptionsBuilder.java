package dev.larder.memcached;

import dev.larder.CacheConfigurationException;
import dev.larder.memcached.MemcachedOptions.Credentials;
import dev.larder.memcached.MemcachedOptions.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link MemcachedOptions}. To be used by one thread at a time. What cannot be is refused by
 * a {@link CacheConfigurationException} that names it.
 */
public final class MemcachedOptionsBuilder {
  private static final Duration LONGEST = Duration.ofHours(1);

  private List<ServerAddress> servers =
      List.of(new ServerAddress("localhost", ServerAddress.DEFAULT_PORT));
  private @Nullable String username;
  private @Nullable String password;
  private @Nullable MemcachedProtocol protocol;
  private boolean tls;
  private @Nullable Path trustStore;
  private @Nullable String trustStorePassword;
  private boolean verifiesHostName = true;
  int poolSize = 1;
  Duration timeout = Duration.ofMillis(500);
  int retries = 1;
  Duration retryDelay = Duration.ofMillis(20);
  boolean discovery;
  Duration discoveryInterval = Duration.ofSeconds(30);

  MemcachedOptionsBuilder() {}

  /** The servers, as {@code host:port,host2:port2}; each key lies on one of them. */
  public MemcachedOptionsBuilder servers(String commaSeparated) {
    return servers(Arrays.asList(commaSeparated.split(",", -1)));
  }

  /** The servers, each as {@code host:port}; each key lies on one of them. */
  public MemcachedOptionsBuilder servers(List<String> hostsAndPorts) {
    List<ServerAddress> addresses = hostsAndPorts.stream().map(ServerAddress::parse).toList();
    if (addresses.isEmpty()) {
      throw new CacheConfigurationException("a Memcached store needs at least one server");
    }
    if (addresses.stream().distinct().count() < addresses.size()) {
      throw new CacheConfigurationException(
          "a Memcached server is to be named once, but they were " + addresses);
    }
    this.servers = addresses;
    return this;
  }

  /**
   * Who we are to the servers; sent by SASL unless {@link #protocol} is {@link
   * MemcachedProtocol#ASCII}.
   */
  public MemcachedOptionsBuilder credentials(String username, String password) {
    if (username.isEmpty() || password.isEmpty()) {
      throw new CacheConfigurationException(
          "neither the username nor the password of Memcached may be empty");
    }
    this.username = username;
    this.password = password;
    return this;
  }

  /** How servers are spoken to; ASCII unless there are credentials. */
  public MemcachedOptionsBuilder protocol(MemcachedProtocol protocol) {
    this.protocol = protocol;
    return this;
  }

  /** Encrypts, trusting the certificates that the JVM trusts. */
  public MemcachedOptionsBuilder tls() {
    this.tls = true;
    return this;
  }

  /**
   * Encrypts, trusting the certificates in a file, PKCS#12 or JKS.
   *
   * @param password of the file; null if it has none
   */
  public MemcachedOptionsBuilder tls(Path trustStore, @Nullable String password) {
    this.trustStore = trustStore;
    this.trustStorePassword = password;
    return tls();
  }

  /** Whether a server's certificate must be for the name it is reached by; it must, if not told. */
  public MemcachedOptionsBuilder verifyHostName(boolean verify) {
    this.verifiesHostName = verify;
    return this;
  }

  /** Connections to each server; 1 if not told, which is enough for most. */
  public MemcachedOptionsBuilder poolSize(int connections) {
    this.poolSize = requireWithin("pool size", connections, 1, 64);
    return this;
  }

  /** How long a command may take, its retries included; 500 ms if not told. */
  public MemcachedOptionsBuilder timeout(Duration timeout) {
    this.timeout = requireWithin("time-out", timeout, Duration.ofMillis(1));
    return this;
  }

  /** How often a command is sent again whose connection was lost; once if not told. */
  public MemcachedOptionsBuilder retries(int retries) {
    this.retries = requireWithin("number of retries", retries, 0, 10);
    return this;
  }

  /** How long to wait before a command is sent again; 20 ms if not told. */
  public MemcachedOptionsBuilder retryDelay(Duration delay) {
    this.retryDelay = requireWithin("retry delay", delay, Duration.ZERO);
    return this;
  }

  /**
   * Takes {@link #servers} for configuration endpoints, as ElastiCache has one, and asks them which
   * the servers are: now, and every 30 seconds.
   */
  public MemcachedOptionsBuilder discovery() {
    this.discovery = true;
    return this;
  }

  /** As {@link #discovery()}, asking again after this time. */
  public MemcachedOptionsBuilder discovery(Duration interval) {
    this.discoveryInterval = requireWithin("discovery interval", interval, Duration.ofMillis(100));
    return discovery();
  }

  /** The options. */
  public MemcachedOptions build() {
    return new MemcachedOptions(this);
  }

  List<ServerAddress> servers() {
    return servers;
  }

  @Nullable Credentials credentials() {
    return username == null || password == null ? null : new Credentials(username, password);
  }

  MemcachedProtocol protocol() {
    if (protocol != null) {
      return protocol;
    }
    return username == null ? MemcachedProtocol.ASCII : MemcachedProtocol.BINARY;
  }

  @Nullable Tls tlsOptions() {
    return tls ? new Tls(trustStore, trustStorePassword, verifiesHostName) : null;
  }

  private static int requireWithin(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new CacheConfigurationException(
          "the " + what + " of Memcached is from " + least + " to " + most + ", but was " + value);
    }
    return value;
  }

  private static Duration requireWithin(String what, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
      throw new CacheConfigurationException(
          "the "
              + what
              + " of Memcached is from "
              + least
              + " to "
              + LONGEST
              + ", but was "
              + value);
    }
    return value;
  }
}
