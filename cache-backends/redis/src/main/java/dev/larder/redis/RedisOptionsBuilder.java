package dev.larder.redis;

import dev.larder.CacheConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says how a {@link RedisStore} reaches its servers. Values that cannot be are refused with a
 * {@link CacheConfigurationException}, those that do not go together by {@link #build}. For one
 * thread.
 */
public final class RedisOptionsBuilder {
  RedisMode mode = RedisMode.SINGLE;
  final List<RedisUrl> servers = new ArrayList<>();
  @Nullable String masterName;
  @Nullable String username;
  @Nullable String password;
  @Nullable String sentinelUsername;
  @Nullable String sentinelPassword;
  @Nullable Integer database;
  @Nullable Path trustStore;
  @Nullable String trustStorePassword;
  int poolSize = 64;
  Duration connectTimeout = Duration.ofSeconds(3);
  Duration commandTimeout = Duration.ofSeconds(1);
  int retries = 1;
  Duration pingInterval = Duration.ofSeconds(5);

  RedisOptionsBuilder() {}

  /** How the servers stand to each other; one server if not said. */
  public RedisOptionsBuilder mode(RedisMode newMode) {
    mode = Objects.requireNonNull(newMode, "mode");
    return this;
  }

  /**
   * Adds an address: {@code redis://}, {@code rediss://} (TLS), {@code valkey://} or {@code
   * valkeys://} (TLS), then user and password with whatever is special in them written as {@code
   * %40} and such, host, port (6379 if left out) and number of the database.
   */
  public RedisOptionsBuilder url(String url) {
    return server(RedisUrl.parse(Objects.requireNonNull(url, "url")));
  }

  RedisOptionsBuilder server(RedisUrl url) {
    servers.add(url);
    return this;
  }

  /** Sentinels only: what they call the master. */
  public RedisOptionsBuilder masterName(String name) {
    masterName = requireText("master name", name);
    return this;
  }

  /** The user of an ACL; wants a password. */
  public RedisOptionsBuilder username(String name) {
    username = requireText("username", name);
    return this;
  }

  /** The password of the user, or of the server. */
  public RedisOptionsBuilder password(String secret) {
    if (secret.isEmpty()) {
      throw new CacheConfigurationException("the password of a Redis store must not be empty");
    }
    password = secret;
    return this;
  }

  /** Sentinels only: who logs in to them, where they ask for it; user null for a password alone. */
  public RedisOptionsBuilder sentinelLogin(@Nullable String name, String secret) {
    sentinelUsername = name;
    sentinelPassword = Objects.requireNonNull(secret, "secret");
    return this;
  }

  /** The number of the database; 0 if not said, and always in a cluster. */
  public RedisOptionsBuilder database(int number) {
    database = atLeast("database", number, 0);
    return this;
  }

  /**
   * Whose signatures on the servers' certificates are trusted, instead of those whom the JDK
   * trusts. The names in the certificates are always compared with the hosts.
   *
   * @param file PKCS 12 or JKS
   * @param secret of the file; null for none
   */
  public RedisOptionsBuilder trustStore(Path file, @Nullable String secret) {
    if (!Files.isReadable(file)) {
      throw new CacheConfigurationException("the trust store cannot be read: " + file);
    }
    trustStore = file;
    trustStorePassword = secret;
    return this;
  }

  /** The most connections to each server; 64 if not said. */
  public RedisOptionsBuilder poolSize(int connections) {
    poolSize = atLeast("pool size", connections, 1);
    return this;
  }

  /** How long to wait for a connection to be made; 3 s if not said. */
  public RedisOptionsBuilder connectTimeout(Duration timeout) {
    connectTimeout = positive("connect time-out", timeout);
    return this;
  }

  /** How long to wait for an answer; 1 s if not said. Each retry waits as long again. */
  public RedisOptionsBuilder commandTimeout(Duration timeout) {
    commandTimeout = positive("command time-out", timeout);
    return this;
  }

  /**
   * How often what failed is tried again; once if not said. What may have been done, and must not
   * be done twice, is not tried again.
   */
  public RedisOptionsBuilder retries(int times) {
    retries = atLeast("number of retries", times, 0);
    return this;
  }

  /**
   * How often a connection is asked whether it is still one, so that a cut one is noticed; 5 s if
   * not said, zero for never.
   */
  public RedisOptionsBuilder pingInterval(Duration interval) {
    if (!interval.isZero()) {
      positive("ping interval", interval);
    }
    pingInterval = interval;
    return this;
  }

  /**
   * The options.
   *
   * @throws CacheConfigurationException if they do not go together
   */
  public RedisOptions build() {
    if (servers.isEmpty()) {
      servers.add(RedisUrl.parse("redis://localhost"));
    }
    RedisLogin login = RedisLogin.of(this);
    requireOneScheme();
    requireFor(mode != RedisMode.SINGLE || servers.size() == 1, "one server has one address");
    requireFor(
        mode != RedisMode.CLUSTER || login.database() == 0, "a cluster has the database 0 alone");
    requireFor(
        (mode == RedisMode.SENTINEL) == (masterName != null),
        "a master name is needed with sentinels, and without them has no meaning");
    requireFor(
        mode == RedisMode.SENTINEL || sentinelPassword == null,
        "there are no sentinels to log in to");
    requireFor(
        trustStore == null || servers.get(0).tls(),
        "a trust store has a meaning with TLS alone (rediss:// or valkeys://)");
    return new RedisOptions(this, login);
  }

  private void requireOneScheme() {
    boolean tls = servers.get(0).tls();
    requireFor(
        servers.stream().allMatch(server -> server.tls() == tls),
        "either all servers speak TLS, or none");
  }

  private void requireFor(boolean holds, String rule) {
    if (!holds) {
      throw new CacheConfigurationException(
          "the options of a Redis store in mode "
              + mode
              + " at "
              + servers
              + " do not go together: "
              + rule);
    }
  }

  private static String requireText(String what, String text) {
    if (text.isBlank()) {
      throw new CacheConfigurationException(
          "the " + what + " of a Redis store must not be blank: \"" + text + "\"");
    }
    return text;
  }

  private static int atLeast(String what, int number, int least) {
    if (number < least) {
      throw new CacheConfigurationException(
          "the " + what + " of a Redis store must be at least " + least + ": " + number);
    }
    return number;
  }

  private static Duration positive(String what, Duration duration) {
    if (duration.compareTo(Duration.ofMillis(1)) < 0
        || duration.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
      throw new CacheConfigurationException(
          "the " + what + " of a Redis store must be between 1 ms and 24 days: " + duration);
    }
    return duration;
  }
}
