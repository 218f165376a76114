package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheManager;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Durations that are longer than a count of nanoseconds. */
@Timeout(60)
class LongestDurationsTest extends AgingManagers {
  private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

  LongestDurationsTest() {
    super(cache -> cache.staleTtl(FOREVER).loadTimeout(FOREVER));
  }

  @Test
  void whoWaitsForEverForALoaderGetsItsValue() {
    here.get(1L, key -> "old");
    elapse(TTL);
    assertThat(here.get(1L, key -> "new")).isEqualTo("new");
  }

  @Test
  void aManagerThatWaitsForEverToCloseIsClosed() {
    FakeStore closed = store.connect();
    CacheManager.builder()
        .closeTimeout(FOREVER)
        .chain(CHAIN, Managers.over(closed, true))
        .build()
        .close();
    assertThatThrownBy(() -> closed.get("any")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aStoreThatIsWaitedForForEverIsWrittenReadAndCleared() {
    Cache<Long, String> cache =
        process(
            chain ->
                Managers.over(new WalkingStore(store), false)
                    .andThen(over -> over.readTimeout(FOREVER).writeTimeout(FOREVER))
                    .accept(chain));
    cache.put(1L, "one", FOREVER);
    assertThat(cache.get(1L)).isEqualTo("one");
    cache.clear();
    assertThat(cache.get(1L)).isNull();
  }

  @Test
  void anEntryThatLivesForEverIsThere() {
    here.put(1L, "one", FOREVER);
    elapse(Duration.ofDays(36_500));
    assertThat(here.get(1L)).isEqualTo("one");
    assertThat(there.get(1L)).isEqualTo("one");
  }
}
