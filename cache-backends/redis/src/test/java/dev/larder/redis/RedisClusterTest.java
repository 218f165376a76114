package dev.larder.redis;

import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;

/** A cluster of three masters. */
class RedisClusterTest extends RedisCacheContract {
  @AutoClose static final RedisCluster CLUSTER = RedisServer.redis().startCluster(3);

  @Override
  RedisOptionsBuilder options() {
    return RedisOptions.builder().mode(RedisMode.CLUSTER).url(CLUSTER.nodes().get(0).uri());
  }

  @Override
  String servers() {
    return "redis-cluster";
  }
}
