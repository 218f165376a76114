package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.FakeClock;
import dev.larder.testkit.FakeStore;
import dev.larder.testkit.TextCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * The whole engine, with Caffeine, codec and store, under as much traffic as the machine bears: no
 * reader sees a value older than the last completed write of its row (I5, I6), in the writer's
 * process or in the other one.
 */
class TrafficRaceTest {
  private static final int OPERATIONS = Boolean.getBoolean("larder.full") ? 10_000_000 : 500_000;
  private static final CacheSpec<Integer, Long> ROWS =
      CacheSpec.of(
              "rows",
              "rows",
              KeyShape.single(PartTypes.INT),
              ValueType.<Long>of("java.lang.Long", 1, true))
          .ttl(Duration.ofMillis(50));

  private static final CacheSpec<Integer, Long> AGING =
      ROWS.refreshAfter(Duration.ofMillis(1))
          .ttl(Duration.ofMillis(3))
          .staleTtl(Duration.ofMillis(10))
          .loadTimeout(Duration.ofNanos(1_000));

  private final FakeClock clock = new FakeClock();
  private final FakeStore store = FakeStore.on(clock);

  @Test
  void oneManagerServesNothingOutdated() throws InterruptedException {
    try (CacheManager caches = manager(chain -> chain.local(local -> {}))) {
      assertThat(traffic(caches).run(OPERATIONS)).isEmpty();
    }
  }

  @Test
  void oneManagerOverAStoreServesNothingOutdated() throws InterruptedException {
    try (CacheManager caches = manager(over(store))) {
      assertThat(traffic(caches).run(OPERATIONS / 4)).isEmpty();
    }
  }

  @Test
  void twoManagersOverAStoreServeNothingOutdated() throws InterruptedException {
    try (CacheManager here = manager(over(store));
        CacheManager there = manager(over(store.connect()))) {
      assertThat(traffic(here, there).run(OPERATIONS / 4)).isEmpty();
    }
  }

  /**
   * Entries that are due, stale and over within a moment, and loaders that are slow and fail: what
   * a caller gets may be old, but not older than a write.
   */
  @Test
  void twoManagersThatRefreshAndServeStaleValuesServeNothingOutdated() throws InterruptedException {
    try (CacheManager here = manager(over(store));
        CacheManager there = manager(over(store.connect()))) {
      List<Cache<Integer, Long>> aging = List.of(here.cache(AGING), there.cache(AGING));
      assertThat(new UnreliableTraffic(aging, this::timePasses).run(OPERATIONS / 16)).isEmpty();
      for (Cache<Integer, Long> each : aging) {
        assertThat(each.stats().refreshes()).isPositive();
        assertThat(each.stats().refreshFailures()).isPositive();
        assertThat(each.stats().staleHits()).isPositive();
      }
    }
  }

  /** Where one load in some fails, and time passes quickly. */
  private static final class UnreliableTraffic extends Traffic {
    private static final int SOME = 20;
    private static final int FEW = 4;
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicInteger finds = new AtomicInteger();
    private final Runnable timePasses;

    UnreliableTraffic(List<Cache<Integer, Long>> parties, Runnable timePasses) {
      super(parties, timePasses);
      this.timePasses = timePasses;
    }

    @Override
    Long find(Cache<Integer, Long> cache, int key, LongSupplier source) {
      if (finds.incrementAndGet() % FEW == 0) {
        timePasses.run();
      }
      try {
        return cache.get(key, k -> load(source));
      } catch (IOException e) {
        return null;
      }
    }

    private long load(LongSupplier source) throws IOException {
      long value = source.getAsLong();
      if (loads.incrementAndGet() % SOME == 0) {
        throw new IOException("the database is busy");
      }
      return value;
    }
  }

  /** That this test can fail. */
  @Test
  void lostMessagesAreFound() throws InterruptedException {
    store.messages().drop();
    try (CacheManager here = manager(over(store));
        CacheManager there = manager(over(store.connect()))) {
      assertThat(traffic(here, there).run(OPERATIONS)).isNotEmpty();
    }
  }

  /**
   * So it is in one process by the race alone: look, load and put, as it is often written by hand.
   */
  @Test
  void fillingByHandIsFound() throws InterruptedException {
    try (CacheManager caches = manager(chain -> chain.local(local -> {}))) {
      Traffic traffic =
          new Traffic(List.of(caches.cache(ROWS)), this::timePasses) {
            @Override
            Long find(Cache<Integer, Long> cache, int key, LongSupplier source) {
              Long hit = cache.get(key);
              if (hit == null) {
                hit = source.getAsLong();
                cache.put(key, hit);
              }
              return hit;
            }
          };
      assertThat(traffic.run(OPERATIONS)).isNotEmpty();
    }
  }

  private Traffic traffic(CacheManager... managers) {
    return new Traffic(
        Arrays.stream(managers).map(each -> each.cache(ROWS)).toList(), this::timePasses);
  }

  private void timePasses() {
    clock.advance(Duration.ofMillis(1));
  }

  private CacheManager manager(Consumer<ChainBuilder> chain) {
    return CacheManager.builder().ticker(clock).chain("rows", chain).build();
  }

  private static Consumer<ChainBuilder> over(FakeStore store) {
    return chain -> chain.local(local -> {}).distributed(store).codec(new TextCodec());
  }
}
