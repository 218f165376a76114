package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many keys are one call of the store, and what is right for one of them is right for each. */
class BulkCallsTest extends Managers {
  BulkCallsTest() {
    super(2, store -> over(store, true));
  }

  private static Map<Long, String> entries(long count) {
    return LongStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(Function.identity(), key -> "value " + key));
  }

  @Test
  void whatTheLocalTierLacksIsOneReadOfTheStore() {
    Cache<Long, String> cache = here();
    there().putAll(entries(10));
    cache.get(3L);
    long before = store.faults().count();
    assertThat(cache.getAll(List.of(9L, 3L, 42L, 1L)))
        .containsExactly(
            Map.entry(9L, "value 9"), Map.entry(3L, "value 3"), Map.entry(1L, "value 1"));
    assertThat(store.faults().count(Call.READ_ALL)).isEqualTo(1);
    assertThat(store.faults().count()).isEqualTo(before + 1);
  }

  @Test
  void whatWasReadAtOnceIsKeptLocally() {
    Cache<Long, String> cache = here();
    there().putAll(entries(10));
    cache.getAll(entries(10).keySet());
    assertThat(cache.getAll(entries(10).keySet())).isEqualTo(entries(10));
    assertThat(store.faults().count(Call.READ_ALL)).isEqualTo(1);
    assertThat(cache.stats().localHits()).isEqualTo(10);
    assertThat(cache.stats().distributedHits()).isEqualTo(10);
  }

  @Test
  void i5_whatIsEvictedDuringTheReadIsNotKept() {
    Cache<Long, String> cache = here();
    there().putAll(entries(2));
    store
        .faults()
        .afterCalls(
            (call, key) -> {
              if (call == Call.READ_ALL) {
                there().put(1L, "new");
              }
            });
    assertThat(cache.getAll(List.of(0L, 1L))).containsEntry(1L, "value 1");
    store.faults().none();
    assertThat(cache.localHit(0L)).isEqualTo("value 0");
    assertThat(cache.localHit(1L)).isNull();
    assertThat(cache.get(1L)).isEqualTo("new");
  }

  @Test
  void i2_aStoreThatFailsHasNoneOfThem() {
    Cache<Long, String> cache = here();
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    assertThat(cache.getAll(List.of(1L, 2L))).isEmpty();
    store.faults().none();
    assertThat(cache.stats().misses()).isEqualTo(2);
    assertThat(cache.get(1L, key -> "loaded")).isEqualTo("loaded");
  }

  @Test
  void manyPutsAreOneCallAndTheirMessageGoesWithIt() {
    Cache<Long, String> cache = here();
    there().putAll(entries(3).keySet().stream().collect(Collectors.toMap(k -> k, k -> "old")));
    there().getAll(entries(3).keySet());
    long before = store.faults().count();
    cache.putAll(entries(3), Duration.ofMinutes(1));
    assertThat(store.faults().count()).isEqualTo(before + 1);
    assertThat(store.faults().count(Call.PUT_ALL)).isEqualTo(1);
    assertThat(there().getAll(entries(3).keySet())).isEqualTo(entries(3));
    elapse(Duration.ofMinutes(1));
    assertThat(there().getAll(entries(3).keySet())).isEmpty();
  }

  @Test
  void manyEvictsAreOneCallAndTheirMessageGoesWithIt() {
    Cache<Long, String> cache = here();
    cache.putAll(entries(3));
    there().getAll(entries(3).keySet());
    long before = store.faults().count();
    cache.evictAll(List.of(0L, 1L));
    assertThat(store.faults().count()).isEqualTo(before + 1);
    assertThat(there().getAll(entries(3).keySet())).containsOnlyKeys(2L);
  }

  @Test
  void aPatternIsEvictedInBatches() {
    there().putAll(entries(1_203));
    long before = store.faults().count(Call.REMOVE);
    assertThat(here().evictMatching("*")).isEqualTo(1_203);
    assertThat(store.faults().count(Call.REMOVE)).isEqualTo(before);
    assertThat(store.faults().count(Call.REMOVE_ALL)).isEqualTo(3);
    assertThat(there().getAll(entries(1_203).keySet())).isEmpty();
  }

  @Test
  void putsThatFailLeaveNothingLocally() {
    Cache<Long, String> cache = here();
    cache.putAll(entries(2));
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    assertThatThrownBy(() -> cache.putAll(Map.of(0L, "new"))).isInstanceOf(CacheException.class);
    assertThat(cache.localHit(0L)).isNull();
    assertThat(cache.localHit(1L)).isEqualTo("value 1");
  }

  @Test
  void i6_whatMayHaveBeenMissedIsNotServed() {
    Cache<Long, String> cache = here();
    cache.putAll(entries(2));
    store.messages().drop();
    there().put(1L, "new");
    assertThat(cache.localHit(1L)).isEqualTo("value 1");
    store.messages().interrupt();
    assertThat(cache.get(1L)).isEqualTo("new");
  }
}
