package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheEvent;
import dev.larder.CacheEvent.EvictsDelivered;
import dev.larder.CacheEvent.StoreFailed;
import dev.larder.CacheEvent.StoreRecovered;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.WriteResult;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Caches over a Memcached that breaks and comes back: nobody waits, and no evict is lost. */
@Timeout(120)
class CalmTest {
  private static final CacheSpec<Long, String> USERS =
      CacheSpec.of(
          "memcached", "users", KeyShape.single(PartTypes.LONG), ValueType.of(String.class));

  /** More than are asked of a server that is down. */
  private static final int MANY = 30;

  private final BlockingQueue<CacheEvent> events = new LinkedBlockingQueue<>();

  private CacheManager manager(String servers) {
    return CacheManager.builder()
        .listener(events::add)
        .chain(
            "memcached",
            chain ->
                chain
                    .distributed(Connected.to(servers))
                    .readTimeout(Duration.ofMillis(200))
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
  void whatWasEvictedWhileTheServerHungIsGoneWhenItGoesOn() throws InterruptedException {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        CacheManager here = manager(server.hostAndPort());
        MemcachedStore there = Connected.to(server.hostAndPort())) {
      Cache<Long, String> cache = here.cache(USERS);
      cache.put(1L, "old");
      assertThat(there.get(cache.keyText(1L))).isNotNull();
      server.pause();
      readMany(cache);
      assertThat(next(StoreFailed.class).store()).isEqualTo("memcached");
      assertThat(cache.failSafe().evict(1L)).isInstanceOf(WriteResult.Failed.class);
      server.resume();
      next(EvictsDelivered.class);
      next(StoreRecovered.class);
      Connected.awaitAnswers(there);
      assertThat(there.get(cache.keyText(1L))).isNull();
    }
  }

  @Test
  void aServerThatIsKilledIsUsedAgainWhenItIsBack() throws InterruptedException {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        CacheManager here = manager(server.hostAndPort())) {
      Cache<Long, String> cache = here.cache(USERS);
      server.kill();
      readMany(cache);
      next(StoreFailed.class);
      assertThat(here.health().get(0).isUp()).isFalse();
      server.restart();
      next(StoreRecovered.class);
      cache.put(2L, "two");
      assertThat(cache.stats().keptEvicts()).isZero();
    }
  }

  @Test
  void oneServerOfThreeThatIsLostKeepsNobodyFromTheOthers() {
    try (MemcachedServers servers = MemcachedServer.memcached().start(3);
        CacheManager here = manager(servers.addresses())) {
      Cache<Long, String> cache = here.cache(USERS);
      servers.servers().get(1).kill();
      for (int round = 0; round < 10; round++) {
        readMany(cache);
      }
      assertThat(cache.stats().distributedHits()).isPositive();
      assertThat(events).noneMatch(event -> event instanceof StoreFailed);
    }
  }
}
