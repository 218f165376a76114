package dev.larder.integration.engine;

import dev.larder.redis.RedisMode;
import dev.larder.spi.Store;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;

/** Two managers on a cluster of three masters. */
class RedisClusterAloneEngineTest extends ServersContract {
  @AutoClose static final RedisCluster CLUSTER = RedisServer.redis().startCluster(3);

  RedisClusterAloneEngineTest() {
    super(Tiers.DISTRIBUTED);
  }

  @Override
  Store connect() {
    return RedisConnection.to(CLUSTER.nodes().get(0).uri(), RedisMode.CLUSTER);
  }
}
