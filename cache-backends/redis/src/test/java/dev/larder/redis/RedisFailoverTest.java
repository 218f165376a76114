package dev.larder.redis;

import dev.larder.testkit.server.RedisSentinels;
import dev.larder.testkit.server.RedisServer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;

/** The same stores after the master has died and a replica has taken its place. */
class RedisFailoverTest extends RedisCacheContract {
  @AutoClose static final RedisSentinels SENTINELS = RedisServer.redis().startSentinels(2, 3);

  @Override
  RedisOptionsBuilder options() {
    return Urls.of(SENTINELS.sentinels())
        .mode(RedisMode.SENTINEL)
        .masterName(RedisSentinels.MASTER_NAME);
  }

  @Override
  String servers() {
    return "redis-sentinel-failover";
  }

  @Override
  void connected(List<RedisStore> stores) {
    stores.forEach(Eventually::writes);
    SENTINELS.failover();
    stores.forEach(Eventually::writes);
  }
}
