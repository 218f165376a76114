package dev.larder.redis;

import dev.larder.testkit.MessagingContract;
import dev.larder.testkit.StoreContract;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/** A store as such, not opened for a cache. */
class RedisStoreTest implements StoreContract<RedisStore>, MessagingContract<RedisStore> {
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();

  private RedisStore one;
  private RedisStore two;

  @BeforeEach
  void connect() {
    one = RedisStore.connect(Patient.options(SERVER.uri()));
    two = RedisStore.connect(Patient.options(SERVER.uri()));
  }

  @AfterEach
  void disconnect() {
    one.close();
    two.close();
  }

  @Override
  public RedisStore store() {
    return one;
  }

  @Override
  public RedisStore other() {
    return two;
  }

  @Override
  public void loseCount(String channel) {
    one.client().getKeys().delete(CacheKeys.numbers(channel));
  }

  @Override
  public void elapse(Duration time) {
    Elapsing.await(time);
  }
}
