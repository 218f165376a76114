package dev.larder.redis;

import static dev.larder.redis.Told.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.redis.Told.Heard;
import dev.larder.spi.Bulk.Put;
import dev.larder.spi.Leasing.Found;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Lease;
import dev.larder.spi.RefusedException;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Servers that have no room, and may not make any: they hold what they have, and forget. */
class FullMemoryTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String KEY = Told.CACHE + ":7";
  private static final String OTHER = Told.CACHE + ":8";
  private static final byte[] ONE = utf8("one");
  private static final byte[] TWO = utf8("two");

  @Test
  void aFullServerGoesOn() throws InterruptedException {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      goesOn(server, store);
      assertThat(Told.cache(store).get(OTHER)).isNull();
    }
  }

  @Test
  void aFullValkeyGoesOn() throws InterruptedException {
    try (RedisServer server = RedisServer.valkey().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      goesOn(server, store);
    }
  }

  @Test
  void aFullClusterGoesOn() throws InterruptedException {
    try (RedisCluster cluster = RedisServer.redis().startCluster(1);
        RedisStore store = RedisStore.connect(Patient.options(Urls.of(cluster)))) {
      goesOn(cluster.nodes().get(0), store);
    }
  }

  private static void goesOn(RedisServer server, RedisStore store) throws InterruptedException {
    RedisCache cache = Told.cache(store);
    cache.put(KEY, ONE, HOUR);
    cache.put(OTHER, ONE, HOUR);
    server.command("CONFIG", "SET", "maxmemory", "1");
    try (Heard heard = Told.listen(store)) {
      store.ping();
      assertThat(cache.get(KEY)).isEqualTo(ONE);
      assertThat(cache.readOrLease(KEY, HOUR)).isInstanceOf(Found.class);
      assertThat(cache.readAll(List.of(KEY, OTHER))).hasSize(2);
      assertThat(cache.touch(KEY, HOUR)).isTrue();
      assertThat(heard.next()).isEqualTo("1:E");
      assertThat(cache.removeIf(KEY, ONE)).isTrue();
      assertThat(heard.next()).isEqualTo("2:E");
      assertThat(cache.remove(KEY)).isFalse();
      assertThat(heard.next()).isEqualTo("3:E");
      assertThat(cache.get(KEY)).isNull();
      assertThat(store.lastNumber(Told.CHANNEL)).isEqualTo(heard.before() + 3);
      assertThat(store.publish(Told.CHANNEL, utf8("x"))).isEqualTo(heard.before() + 4);
      assertThat(heard.next()).isEqualTo("4:x");
      aFillIsRefusedAndItsLeaseIsOver(cache);
      cache.clear();
      assertThat(heard.next()).isEqualTo("5:C");
      assertThat(cache.get(OTHER)).isNull();
      aCountThatWasLostBeginsAnew(server, store);
    }
  }

  private static void aCountThatWasLostBeginsAnew(RedisServer server, RedisStore store) {
    long last = store.lastNumber(Told.CHANNEL);
    server.command("DEL", CacheKeys.numbers(Told.CHANNEL));
    long looked = store.lastNumber(Told.CHANNEL);
    assertThat(looked).isGreaterThan(last + 1);
    server.command("DEL", CacheKeys.numbers(Told.CHANNEL));
    assertThat(store.publish(Told.CHANNEL, utf8("x"))).isGreaterThan(looked + 1);
  }

  private static void aFillIsRefusedAndItsLeaseIsOver(RedisCache cache) {
    Lease refused = ((Granted) cache.readOrLease(KEY, HOUR)).lease();
    assertRefused(() -> refused.fill(ONE, HOUR));
    assertThat(cache.get(KEY)).isNull();
    ((Granted) cache.tryLease(KEY, HOUR)).lease().release();
    ((Granted) cache.readOrLease(KEY, HOUR)).lease().release();
    cache.lease(KEY, HOUR).lease().release();
  }

  private static void assertRefused(ThrowingCallable write) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(write)
        .withMessageContaining("OOM command not allowed")
        .withMessageContaining(KEY);
  }

  @Test
  void aPutThatHasNoRoomLeavesNothingOlderInItsPlace() throws InterruptedException {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      RedisCache cache = Told.cache(store);
      cache.putAll(List.of(new Put(KEY, ONE, HOUR), new Put(OTHER, ONE, HOUR)));
      Lease broken = ((Granted) cache.tryLease(KEY, HOUR)).lease();
      server.command("CONFIG", "SET", "maxmemory", "1");
      try (Heard heard = Told.listen(store)) {
        assertRefused(
            () -> cache.putAll(List.of(new Put(KEY, TWO, HOUR), new Put(OTHER, TWO, HOUR))));
        assertThat(heard.next()).isEqualTo("1:E");
      }
      assertThat(cache.readAll(List.of(KEY, OTHER))).isEmpty();
      server.command("CONFIG", "SET", "maxmemory", "0");
      assertThat(broken.fill(ONE, HOUR)).isFalse();
      cache.put(KEY, TWO, HOUR);
      assertThat(cache.get(KEY)).isEqualTo(TWO);
    }
  }
}
