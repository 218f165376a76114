package dev.larder.integration.engine;

import dev.larder.redis.RedisMode;
import dev.larder.spi.Store;
import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;

/** Two managers with local tiers before one Valkey. */
class ValkeyEngineTest extends ServersContract {
  @AutoClose static final RedisServer SERVER = RedisServer.valkey().start();

  ValkeyEngineTest() {
    super(Tiers.LOCAL_AND_DISTRIBUTED);
  }

  @Override
  Store connect() {
    return RedisConnection.to(SERVER.uri(), RedisMode.SINGLE);
  }
}
