package dev.larder.redis;

import dev.larder.testkit.server.RedisSentinels;
import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;

/** A master that sentinels name. */
class RedisSentinelTest extends RedisCacheContract {
  @AutoClose static final RedisSentinels SENTINELS = RedisServer.redis().startSentinels(2, 3);

  @Override
  RedisOptionsBuilder options() {
    return Urls.of(SENTINELS.sentinels())
        .mode(RedisMode.SENTINEL)
        .masterName(RedisSentinels.MASTER_NAME);
  }

  @Override
  String servers() {
    return "redis-sentinel";
  }
}
