package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Hits near the end of an entry that load it before it ends. */
class EarlyRefreshTest extends AgingManagers {
  private static final Duration LOAD = Duration.ofMillis(2);

  EarlyRefreshTest() {
    super(cache -> cache.earlyRefresh(1_000));
  }

  /** The real time that it takes is what early refreshes are measured by. */
  private static String slowly(String value) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < LOAD.toNanos()) {
      Thread.onSpinWait();
    }
    return value;
  }

  @Test
  void aHitJustBeforeTheEndRefreshes() {
    here.get(1L, key -> slowly("old"));
    elapse(TTL.minusNanos(1));
    assertThat(here.get(1L, key -> slowly("new"))).isEqualTo("old");
    await(() -> "new".equals(here.localHit(1L)));
    assertThat(here.timeToLive(1L)).isEqualTo(TTL);
  }

  @Test
  void aHitLongBeforeItDoesNot() {
    here.get(1L, key -> slowly("old"));
    assertThat(here.localHit(1L)).isEqualTo("old");
  }

  @Test
  void withoutALocalTierItIsDrawnForEachRead() {
    Cache<Long, String> alone = process(Managers.over(store.connect(), false));
    alone.get(1L, key -> slowly("old"));
    elapse(TTL.minusNanos(1));
    assertThat(alone.get(1L, key -> slowly("new"))).isEqualTo("old");
    await(() -> "new".equals(alone.get(1L)));
  }

  @Test
  void anotherProcessTakesWhatOneHasRefreshed() {
    here.get(1L, key -> slowly("old"));
    there.get(2L, key -> slowly("its own"));
    there.get(1L);
    elapse(TTL.minusNanos(1));
    here.get(1L, key -> slowly("new"));
    await(here, cache -> cache.stats().refreshes(), 1);
    assertThat(there.get(1L, key -> "second load")).isEqualTo("old");
    await(() -> "new".equals(there.localHit(1L)));
    assertThat(there.stats().loads()).isEqualTo(1);
  }

  @Test
  void whoNeverLoadsWaitsForTheEnd() {
    here.put(1L, "old");
    elapse(TTL.minusNanos(1));
    assertThat(here.localHit(1L)).isEqualTo("old");
  }
}
