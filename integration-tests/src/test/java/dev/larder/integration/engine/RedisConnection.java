package dev.larder.integration.engine;

import dev.larder.redis.RedisMode;
import dev.larder.redis.RedisOptions;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import java.time.Duration;

/** Connections that wait for servers on machines that have much else to do. */
final class RedisConnection {
  private RedisConnection() {}

  static Store to(String url, RedisMode mode) {
    return RedisStore.connect(
        RedisOptions.builder()
            .url(url)
            .mode(mode)
            .connectTimeout(Duration.ofSeconds(30))
            .commandTimeout(Duration.ofSeconds(30))
            .build());
  }
}
