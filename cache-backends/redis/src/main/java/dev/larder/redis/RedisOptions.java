package dev.larder.redis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a {@link RedisStore} reaches its servers. Immutable. */
public final class RedisOptions {
  final RedisMode mode;
  final List<RedisUrl> servers;
  final @Nullable String masterName;
  final @Nullable String username;
  final @Nullable String password;
  final @Nullable String sentinelUsername;
  final @Nullable String sentinelPassword;
  final int database;
  final @Nullable Path trustStore;
  final @Nullable String trustStorePassword;
  final int poolSize;
  final Duration connectTimeout;
  final Duration commandTimeout;
  final int retries;
  final Duration pingInterval;

  RedisOptions(RedisOptionsBuilder builder, RedisLogin login) {
    this.mode = builder.mode;
    this.servers = List.copyOf(builder.servers);
    this.masterName = builder.masterName;
    this.username = login.username();
    this.password = login.password();
    this.database = login.database();
    this.sentinelUsername = builder.sentinelUsername;
    this.sentinelPassword = builder.sentinelPassword;
    this.trustStore = builder.trustStore;
    this.trustStorePassword = builder.trustStorePassword;
    this.poolSize = builder.poolSize;
    this.connectTimeout = builder.connectTimeout;
    this.commandTimeout = builder.commandTimeout;
    this.retries = builder.retries;
    this.pingInterval = builder.pingInterval;
  }

  /** One server at {@code localhost:6379}, if nothing else is said. */
  public static RedisOptionsBuilder builder() {
    return new RedisOptionsBuilder();
  }

  /** One server, such as {@code rediss://user:password@host:6380/2}. */
  public static RedisOptions of(String url) {
    return builder().url(url).build();
  }

  boolean tls() {
    return servers.get(0).tls();
  }

  /** Without passwords. */
  @Override
  public String toString() {
    return mode.name().toLowerCase(java.util.Locale.ROOT) + " " + servers + "/" + database;
  }
}
