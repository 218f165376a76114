package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheEvent;
import dev.larder.CacheEvent.EvictsDelivered;
import dev.larder.CacheEvent.StoreFailed;
import dev.larder.CacheEvent.StoreRecovered;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.Lookup;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.WriteResult;
import dev.larder.testkit.server.FaultProxy;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Caches over a Redis that breaks and comes back: nobody waits, and no evict is lost. */
@Timeout(120)
class CalmTest {
  private static final CacheSpec<Long, String> USERS =
      CacheSpec.of("redis", "users", KeyShape.single(PartTypes.LONG), ValueType.of(String.class));

  /** More than are asked of a server that is down. */
  private static final int MANY = 30;

  private final BlockingQueue<CacheEvent> events = new LinkedBlockingQueue<>();

  private CacheManager manager(String uri) {
    return manager(uri, Duration.ofMillis(200));
  }

  private CacheManager manager(String uri, Duration readTimeout) {
    return CacheManager.builder()
        .listener(events::add)
        .chain(
            "redis",
            chain ->
                chain
                    .distributed(RedisStore.connect(Patient.options(uri)))
                    .readTimeout(readTimeout)
                    .writeTimeout(Duration.ofSeconds(20)))
        .build();
  }

  /** Its patience is not what is tested. */
  private static CacheManager patient(String uri) {
    return CacheManager.builder()
        .chain(
            "redis",
            chain ->
                chain
                    .distributed(RedisStore.connect(Patient.options(uri)))
                    .local(tier -> {})
                    .readTimeout(Duration.ofSeconds(20))
                    .writeTimeout(Duration.ofSeconds(20)))
        .build();
  }

  private <E extends CacheEvent> E next(Class<E> kind) throws InterruptedException {
    CacheEvent event = events.take();
    while (!kind.isInstance(event)) {
      event = events.take();
    }
    return kind.cast(event);
  }

  private static void readMany(Cache<Long, String> cache) {
    for (long key = 100; key < 100 + MANY; key++) {
      assertThat(cache.get(key, asked -> "own")).isEqualTo("own");
    }
  }

  @Test
  void whatWasEvictedWhileTheServerHungIsGoneEverywhereWhenItGoesOn() throws InterruptedException {
    try (RedisServer server = RedisServer.redis().start();
        CacheManager here = manager(server.uri());
        CacheManager there = patient(server.uri())) {
      Cache<Long, String> cache = here.cache(USERS);
      Cache<Long, String> other = there.cache(USERS);
      other.put(1L, "old");
      server.pause();
      readMany(cache);
      assertThat(next(StoreFailed.class).store()).isEqualTo("redis");
      assertThat(cache.failSafe().evict(1L)).isInstanceOf(WriteResult.Failed.class);
      assertThat(other.localHit(1L)).isEqualTo("old");
      server.resume();
      next(EvictsDelivered.class);
      next(StoreRecovered.class);
      Eventually.holds(() -> other.localHit(1L) == null);
      assertThat(other.get(1L)).isNull();
      assertThat(cache.get(1L)).isNull();
    }
  }

  @Test
  void whatWasEvictedWhileTheServerCouldNotBeReachedIsGoneWhenItCan() throws InterruptedException {
    try (RedisServer server = RedisServer.redis().start();
        FaultProxy network = FaultProxy.to(server);
        CacheManager here = manager("redis://" + network.hostAndPort());
        CacheManager there = patient(server.uri())) {
      Cache<Long, String> cache = here.cache(USERS);
      Cache<Long, String> other = there.cache(USERS);
      other.put(1L, "old");
      network.refuse();
      network.cut();
      readMany(cache);
      next(StoreFailed.class);
      assertThat(cache.failSafe().evict(1L)).isInstanceOf(WriteResult.Failed.class);
      network.accept();
      next(EvictsDelivered.class);
      next(StoreRecovered.class);
      Eventually.holds(() -> other.localHit(1L) == null);
      assertThat(other.get(1L)).isNull();
    }
  }

  @Test
  void aServerThatIsKilledIsUsedAgainWhenItIsBack() throws InterruptedException {
    try (RedisServer server = RedisServer.redis().start();
        CacheManager here = manager(server.uri())) {
      Cache<Long, String> cache = here.cache(USERS);
      cache.failSafe().put(1L, "old");
      server.kill();
      readMany(cache);
      next(StoreFailed.class);
      assertThat(here.health().get(0).isUp()).isFalse();
      server.restart();
      next(StoreRecovered.class);
      Eventually.succeeds(() -> cache.put(2L, "two"));
      assertThat(cache.get(2L)).isEqualTo("two");
    }
  }

  @Test
  void aPasswordThatIsWrongIsAnOutageToo() throws InterruptedException {
    try (RedisServer server = RedisServer.redis().password("right").start();
        CacheManager here = manager("redis://:wrong@" + server.hostAndPort())) {
      readMany(here.cache(USERS));
      assertThat(next(StoreFailed.class).cause().toString()).doesNotContain("wrong@");
    }
  }

  @Test
  void aFullServerGoesOnBeingAsked() {
    try (RedisServer server = RedisServer.redis().start();
        CacheManager here = manager(server.uri(), Duration.ofSeconds(20))) {
      Cache<Long, String> cache = here.cache(USERS);
      cache.put(1L, "one");
      server.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
      server.command("CONFIG", "SET", "maxmemory", "1");
      readMany(cache);
      assertThat(cache.get(1L)).isEqualTo("one");
      cache.evict(1L);
      assertThat(cache.lookup(1L)).isEqualTo(new Lookup.Miss<>());
      assertThat(cache.stats().skippedCalls()).isZero();
      assertThat(events).isEmpty();
    }
  }
}
