package dev.larder.redis;

import dev.larder.testkit.server.RedisReplication;
import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;

/** A master and its replicas. */
class RedisReplicatedTest extends RedisCacheContract {
  @AutoClose static final RedisReplication REPLICATION = RedisServer.redis().startReplicated(2);

  @Override
  RedisOptionsBuilder options() {
    return Urls.of(REPLICATION.servers()).mode(RedisMode.REPLICATED);
  }

  @Override
  String servers() {
    return "redis-replicated";
  }
}
