package dev.larder.integration.engine;

import dev.larder.redis.RedisMode;
import dev.larder.spi.Store;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;

/** On a Redis cluster of three masters. */
class EngineOnRedisClusterTest {
  @AutoClose static final RedisCluster CLUSTER = RedisServer.redis().startCluster(3);

  @Nested
  class WithLocalTiers extends ServersContract {
    WithLocalTiers() {
      super(Tiers.LOCAL_AND_DISTRIBUTED);
    }

    @Override
    Store connect() {
      return RedisConnection.to(CLUSTER.nodes().get(0).uri(), RedisMode.CLUSTER);
    }
  }

  @Nested
  class Alone extends ServersContract {
    Alone() {
      super(Tiers.DISTRIBUTED);
    }

    @Override
    Store connect() {
      return RedisConnection.to(CLUSTER.nodes().get(0).uri(), RedisMode.CLUSTER);
    }
  }
}
