package dev.larder.integration.engine;

import dev.larder.redis.RedisMode;
import dev.larder.spi.Store;
import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;

/** Two managers on one Redis. */
class RedisAloneEngineTest extends ServersContract {
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();

  RedisAloneEngineTest() {
    super(Tiers.DISTRIBUTED);
  }

  @Override
  Store connect() {
    return RedisConnection.to(SERVER.uri(), RedisMode.SINGLE);
  }
}
