package dev.larder.redis;

import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;

/** A user with a password that has everything that is special in URLs, and a database. */
class RedisLoginTest extends RedisCacheContract {
  private static final String PASSWORD = "a:b/c@d?e#f%g h+\u00e9";

  @AutoClose
  static final RedisServer SERVER =
      RedisServer.redis().user("larder", PASSWORD, "~*", "&*", "+@all", "-flushall").start();

  @Override
  RedisOptionsBuilder options() {
    return RedisOptions.builder().url(SERVER.uri() + "/3");
  }

  @Override
  String servers() {
    return "redis-login";
  }
}
