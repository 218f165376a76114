package dev.larder.redis;

import static dev.larder.redis.Told.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.redis.Told.Heard;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Held;
import dev.larder.spi.Leasing.Lease;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits for another's lease hears of its end; where nobody waits, nothing is said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaseEndsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String KEY = Told.CACHE + ":7";
  private static final byte[] ONE = utf8("one");

  @AutoClose private final RedisServer server = RedisServer.redis().start();
  @AutoClose private final RedisServer valkey = RedisServer.valkey().start();
  @AutoClose private final RedisCluster cluster = RedisServer.redis().startCluster(3);
  private final List<RedisStore> stores = new ArrayList<>();

  /** Where. */
  enum Where {
    REDIS,
    VALKEY,
    CLUSTER
  }

  @BeforeAll
  void connect() {
    stores.add(RedisStore.connect(Patient.options(server.uri())));
    stores.add(RedisStore.connect(Patient.options(valkey.uri())));
    stores.add(RedisStore.connect(Patient.options(Urls.of(cluster))));
  }

  @AfterAll
  void disconnect() {
    stores.forEach(RedisStore::close);
  }

  /** The cache is empty. */
  private RedisCache cleared(Where where) {
    RedisCache cache = Told.cache(stores.get(where.ordinal()));
    cache.clear();
    return cache;
  }

  private List<String> heardOf(Where where, Runnable ending) throws InterruptedException {
    RedisStore store = stores.get(where.ordinal());
    try (Heard heard = Told.listen(store)) {
      ending.run();
      return heard.untilNow(store);
    }
  }

  private static Lease leased(RedisCache cache) {
    return ((Granted) cache.readOrLease(KEY, HOUR)).lease();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsSaidWhereNobodyWaits(Where where) throws InterruptedException {
    RedisCache cache = cleared(where);
    assertThat(
            heardOf(
                where,
                () -> {
                  leased(cache).release();
                  assertThat(leased(cache).fill(ONE, HOUR)).isTrue();
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoReadHearsOfTheFillOnce(Where where) throws InterruptedException {
    RedisCache cache = cleared(where);
    Lease lease = leased(cache);
    for (int i = 0; i < 3; i++) {
      assertThat(cache.readOrLease(KEY, HOUR)).isInstanceOf(Held.class);
    }
    assertThat(heardOf(where, () -> assertThat(lease.fill(ONE, HOUR)).isTrue()))
        .containsExactly("0:R");
    assertThat(cache.get(KEY)).isEqualTo(ONE);
  }

  @ParameterizedTest
  @EnumSource
  void whoTriedHearsOfTheRelease(Where where) throws InterruptedException {
    RedisCache cache = cleared(where);
    Lease lease = leased(cache);
    assertThat(cache.tryLease(KEY, HOUR)).isInstanceOf(Held.class);
    assertThat(heardOf(where, lease::release)).containsExactly("0:R");
    leased(cache).release();
  }

  @ParameterizedTest
  @EnumSource
  void aLeaseThatIsWaitedForCanBeRenewed(Where where) throws InterruptedException {
    RedisCache cache = cleared(where);
    Lease lease = leased(cache);
    assertThat(cache.readOrLease(KEY, HOUR)).isInstanceOf(Held.class);
    assertThat(lease.renew(HOUR)).isTrue();
    assertThat(heardOf(where, () -> assertThat(lease.fill(ONE, HOUR)).isTrue()))
        .containsExactly("0:R");
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenLeaseThatIsWaitedForEndsOnce(Where where) throws InterruptedException {
    RedisCache cache = cleared(where);
    Lease lease = leased(cache);
    assertThat(cache.readOrLease(KEY, HOUR)).isInstanceOf(Held.class);
    assertThat(
            heardOf(
                where,
                () -> {
                  cache.remove(KEY);
                  assertThat(lease.fill(ONE, HOUR)).isFalse();
                  lease.release();
                }))
        .singleElement()
        .asString()
        .endsWith(":E")
        .isNotEqualTo("0:E");
  }

  @ParameterizedTest
  @EnumSource
  void aLeaseThatIsWaitedForCanBeTakenByForce(Where where) {
    RedisCache cache = cleared(where);
    Lease lease = leased(cache);
    assertThat(cache.readOrLease(KEY, HOUR)).isInstanceOf(Held.class);
    assertThat(cache.lease(KEY, HOUR).lease().fill(ONE, HOUR)).isTrue();
    assertThat(lease.fill(utf8("two"), HOUR)).isFalse();
    assertThat(cache.get(KEY)).isEqualTo(ONE);
  }
}
