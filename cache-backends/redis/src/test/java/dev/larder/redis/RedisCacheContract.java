package dev.larder.redis;

import dev.larder.spi.Clearing;
import dev.larder.spi.Counting;
import dev.larder.testkit.AnnouncingContract;
import dev.larder.testkit.BulkContract;
import dev.larder.testkit.ClearingContract;
import dev.larder.testkit.ComparingContract;
import dev.larder.testkit.CountingContract;
import dev.larder.testkit.ExpiringContract;
import dev.larder.testkit.LeaseScanningContract;
import dev.larder.testkit.MessagingContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that a Redis store must do, on whatever servers; two connections for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ContractCount.class)
abstract class RedisCacheContract
    implements ClearingContract<RedisCache>,
        ExpiringContract<RedisCache>,
        LeaseScanningContract<RedisCache>,
        ComparingContract<RedisCache>,
        BulkContract<RedisCache>,
        MessagingContract<RedisCache>,
        AnnouncingContract<RedisCache>,
        CountingContract {
  private RedisStore one;
  private RedisStore two;

  /** How the servers are reached. */
  abstract RedisOptionsBuilder options();

  /** What the servers are called where tests are counted. */
  abstract String servers();

  @BeforeAll
  void connect() {
    one = RedisStore.connect(Patient.options(options()));
    two = RedisStore.connect(Patient.options(options()));
    connected(List.of(one, two));
  }

  /** What happens to the servers before the tests. */
  void connected(List<RedisStore> stores) {}

  @AfterAll
  void disconnect() {
    one.close();
    two.close();
  }

  @Override
  public RedisCache store() {
    return (RedisCache) one.open(CACHE_KEY);
  }

  @Override
  public RedisCache other() {
    return (RedisCache) two.open(CACHE_KEY);
  }

  @Override
  public void loseCount(String channel) {
    one.client().getKeys().delete(CacheKeys.numbers(channel));
  }

  @Override
  public Clearing clearing() {
    return one;
  }

  @Override
  public Counting counting() {
    return one;
  }

  @Override
  public Counting otherCounting() {
    return two;
  }

  @Override
  public void elapse(Duration time) {
    Elapsing.await(time);
  }
}
