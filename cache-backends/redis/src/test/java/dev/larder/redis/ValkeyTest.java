package dev.larder.redis;

import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;

/** One Valkey. */
class ValkeyTest extends RedisCacheContract {
  @AutoClose static final RedisServer SERVER = RedisServer.valkey().start();

  @Override
  RedisOptionsBuilder options() {
    return RedisOptions.builder().url(SERVER.uri());
  }

  @Override
  String servers() {
    return "valkey";
  }
}
