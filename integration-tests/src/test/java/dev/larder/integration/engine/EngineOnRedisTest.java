package dev.larder.integration.engine;

import dev.larder.redis.RedisMode;
import dev.larder.spi.Store;
import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;

/** On one Redis. */
class EngineOnRedisTest {
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();

  @Nested
  class WithLocalTiers extends ServersContract {
    WithLocalTiers() {
      super(Tiers.LOCAL_AND_DISTRIBUTED);
    }

    @Override
    Store connect() {
      return RedisConnection.to(SERVER.uri(), RedisMode.SINGLE);
    }
  }

  @Nested
  class Alone extends ServersContract {
    Alone() {
      super(Tiers.DISTRIBUTED);
    }

    @Override
    Store connect() {
      return RedisConnection.to(SERVER.uri(), RedisMode.SINGLE);
    }
  }
}
