package dev.larder.redis;

import dev.larder.spi.Store;
import dev.larder.spi.StoreFactory;
import dev.larder.spi.StoreSettings;
import java.util.Map;
import java.util.Set;

/** Opens Redis stores as configuration describes them. */
public final class RedisStoreFactory implements StoreFactory {
  private static final Set<String> SETTINGS =
      Set.of(
          "url",
          "host",
          "port",
          "nodes",
          "mode",
          "master-name",
          "username",
          "password",
          "sentinel-username",
          "sentinel-password",
          "database",
          "tls",
          "trust-store",
          "trust-store-password",
          "pool-size",
          "connect-timeout",
          "command-timeout",
          "retries",
          "ping-interval");

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "REDIS_URL", "url",
          "REDIS_HOST", "host",
          "REDIS_PORT", "port",
          "REDIS_USERNAME", "username",
          "REDIS_PASSWORD", "password",
          "REDIS_DB", "database",
          "REDIS_TLS", "tls");

  /** For {@link java.util.ServiceLoader}. */
  public RedisStoreFactory() {}

  @Override
  public String type() {
    return RedisFaults.STORE;
  }

  @Override
  public Set<String> settings() {
    return SETTINGS;
  }

  @Override
  public Map<String, String> environment() {
    return ENVIRONMENT;
  }

  @Override
  public Store open(StoreSettings settings) {
    return RedisStore.connect(new SettingsReader(settings).options());
  }
}
