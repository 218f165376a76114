package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.Cache;
import dev.larder.CacheSpec;
import dev.larder.CompositeKey;
import dev.larder.KeyShape;
import dev.larder.Lookup;
import dev.larder.PartTypes;
import dev.larder.WriteResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cache holds, by key, over any chain. */
public interface CacheEntriesContract extends CacheContract {
  private CacheSpec<Long, String> keepingNulls() {
    return USERS.nullTtl(Duration.ofMinutes(1));
  }

  @Test
  default void aMissIsLoadedAndThenHit() {
    assertThat(here().get(1L, key -> "loaded " + key)).isEqualTo("loaded 1");
    assertThat(here().get(1L, key -> "again")).isEqualTo("loaded 1");
    assertThat(there().get(1L, key -> "again")).isEqualTo("loaded 1");
  }

  @Test
  default void anEmptyCacheAnswersNothing() {
    assertThat(here().get(1L)).isNull();
    assertThat(here().localHit(1L)).isNull();
    assertThat(here().lookup(1L)).isEqualTo(new Lookup.Miss<>());
    assertThat(here().contains(1L)).isFalse();
    assertThat(here().getAll(List.of(1L, 2L))).isEmpty();
  }

  @Test
  default void whatOnePutBothGet() {
    here().put(1L, "one");
    assertThat(here().get(1L)).isEqualTo("one");
    assertThat(there().get(1L)).isEqualTo("one");
    assertThat(there().lookup(1L)).isEqualTo(new Lookup.Hit<>("one"));
    assertThat(there().contains(1L)).isTrue();
    assertThat(there().contains(2L)).isFalse();
  }

  @Test
  default void aPutReplacesWhatTheOtherHolds() {
    here().put(1L, "one");
    assertThat(there().get(1L)).isEqualTo("one");
    here().put(1L, "two");
    assertThat(there().get(1L)).isEqualTo("two");
    assertThat(here().get(1L)).isEqualTo("two");
  }

  @Test
  default void putIfAbsentPutsOnceAndThenGivesWhatIsThere() {
    assertThat(here().putIfAbsent(1L, "one")).isNull();
    assertThat(there().putIfAbsent(1L, "two")).isEqualTo("one");
    assertThat(here().get(1L)).isEqualTo("one");
  }

  @Test
  default void i5_anEvictedEntryIsLoadedAgainByBoth() {
    here().put(1L, "one");
    there().get(1L);
    here().evict(1L);
    assertThat(here().contains(1L)).isFalse();
    assertThat(there().contains(1L)).isFalse();
    assertThat(there().get(1L, key -> "two")).isEqualTo("two");
    assertThat(here().get(1L, key -> "three")).isEqualTo("two");
  }

  @Test
  default void evictingWhatIsNotThereIsNoFault() {
    here().evict(1L);
    here().evictAll(List.of(1L, 2L));
    assertThat(here().stats().storeFailures()).isZero();
  }

  @Test
  default void evictAllEvictsThoseKeysAndNoOther() {
    here().putAll(Map.of(1L, "one", 2L, "two", 3L, "three"));
    there().evictAll(List.of(1L, 3L));
    assertThat(here().getAll(List.of(1L, 2L, 3L))).containsExactly(Map.entry(2L, "two"));
  }

  @Test
  default void getAllAnswersInTheOrderOfTheKeys() {
    here().putAll(Map.of(1L, "one", 2L, "two", 3L, "three"));
    assertThat(there().getAll(List.of(3L, 9L, 1L, 3L)))
        .containsExactly(Map.entry(3L, "three"), Map.entry(1L, "one"));
  }

  @Test
  default void theKeyNullIsAKey() {
    here().put(null, "none");
    assertThat(there().get(null)).isEqualTo("none");
    assertThat(there().getAll(Arrays.asList(null, 0L))).hasSize(1).containsValue("none");
    assertThat(there().contains(0L)).isFalse();
    there().evict(null);
    assertThat(here().get(null, key -> "loaded " + key)).isEqualTo("loaded null");
  }

  @Test
  default void theEmptyTextIsAKey() {
    CacheSpec<String, String> byText =
        CacheSpec.of(CHAIN, "texts", KeyShape.single(PartTypes.STRING), TEXT);
    here(byText).put("", "empty");
    here(byText).put(null, "none");
    assertThat(there(byText).get("")).isEqualTo("empty");
    assertThat(there(byText).get(null)).isEqualTo("none");
    assertThat(there(byText).get("null")).isNull();
  }

  @Test
  default void aCacheWithoutKeyPartsHoldsOneEntry() {
    KeyShape<CompositeKey> shape = KeyShape.composite();
    CacheSpec<CompositeKey, String> whole = CacheSpec.of(CHAIN, "whole", shape, TEXT);
    here(whole).put(shape.key(), "all");
    assertThat(there(whole).get(shape.key())).isEqualTo("all");
    there(whole).evict(shape.key());
    assertThat(here(whole).get(shape.key())).isNull();
  }

  @Test
  default void compositeKeysOfEqualPartsMeet() {
    KeyShape<CompositeKey> shape = KeyShape.composite(PartTypes.LONG, PartTypes.STRING);
    CacheSpec<CompositeKey, String> pairs = CacheSpec.of(CHAIN, "pairs", shape, TEXT);
    here(pairs).put(shape.key(1L, "a:b"), "one");
    assertThat(there(pairs).get(shape.key(1L, "a:b"))).isEqualTo("one");
    assertThat(there(pairs).get(shape.key(1L, "a"))).isNull();
  }

  @Test
  default void aNullIsNotKeptWithoutANullTtl() {
    assertThat(here().get(1L, key -> null)).isNull();
    assertThat(here().lookup(1L)).isEqualTo(new Lookup.Miss<>());
    assertThat(there().get(1L, key -> "now there")).isEqualTo("now there");
  }

  @Test
  default void puttingANullWithoutANullTtlEvicts() {
    here().put(1L, "one");
    there().put(1L, null);
    assertThat(here().contains(1L)).isFalse();
    here().put(1L, "one");
    there().put(1L, null, Duration.ofMinutes(1));
    assertThat(here().contains(1L)).isFalse();
  }

  @Test
  default void aNullIsAHitWithANullTtl() {
    Cache<Long, String> cache = here(keepingNulls());
    assertThat(cache.get(1L, key -> null)).isNull();
    assertThat(cache.get(1L, key -> "not asked")).isNull();
    assertThat(there(keepingNulls()).lookup(1L)).isEqualTo(new Lookup.Hit<>(null));
    assertThat(there(keepingNulls()).contains(1L)).isTrue();
    assertThat(cache.localHit(1L)).isNull();
  }

  @Test
  default void aKeptNullIsReplacedByAPut() {
    here(keepingNulls()).put(1L, null);
    there(keepingNulls()).put(1L, "created");
    assertThat(here(keepingNulls()).get(1L)).isEqualTo("created");
  }

  @Test
  default void putIfAbsentPutsOverAKeptNull() {
    here(keepingNulls()).put(1L, null);
    assertThat(there(keepingNulls()).putIfAbsent(1L, "created")).isNull();
    assertThat(here(keepingNulls()).get(1L)).isEqualTo("created");
  }

  @Test
  default void whatUnlessNamesIsReturnedButNotKept() {
    assertThat(here().get(1L, key -> "partial", value -> value.startsWith("part")))
        .isEqualTo("partial");
    assertThat(there().get(1L, key -> "whole", value -> value.startsWith("part")))
        .isEqualTo("whole");
    assertThat(here().get(1L)).isEqualTo("whole");
  }

  @Test
  default void aVersionIsAnotherSetOfEntries() {
    here().put(1L, "one");
    Cache<Long, String> second = here().version(2);
    assertThat(second.get(1L)).isNull();
    second.put(1L, "two");
    assertThat(here().get(1L)).isEqualTo("one");
    assertThat(there().version(2).get(1L)).isEqualTo("two");
    second.evict(1L);
    assertThat(there().get(1L)).isEqualTo("one");
    assertThat(second.version(0).get(1L)).isEqualTo("one");
  }

  @Test
  default void warmLoadsWhatIsMissing() {
    here().put(1L, "one");
    there().warm(List.of(1L, 2L), key -> "loaded " + key);
    assertThat(here().getAll(List.of(1L, 2L))).isEqualTo(Map.of(1L, "one", 2L, "loaded 2"));
  }

  @Test
  default void aRefreshReplacesTheEntryForBoth() {
    here().put(1L, "one");
    there().get(1L);
    assertThat(here().refresh(1L, key -> "two")).isEqualTo("two");
    assertThat(there().get(1L)).isEqualTo("two");
    assertThat(here().get(1L)).isEqualTo("two");
  }

  @Test
  default void aRefreshThatFindsNothingEvicts() {
    here().put(1L, "one");
    there().get(1L);
    assertThat(here().refresh(1L, key -> null)).isNull();
    assertThat(there().contains(1L)).isFalse();
    assertThat(here().contains(1L)).isFalse();
  }

  @Test
  default void aRefreshThatFailsLeavesTheEntry() {
    here().put(1L, "one");
    IllegalStateException failure = new IllegalStateException("no source");
    assertThat(
            catchThrowable(
                () ->
                    here()
                        .refresh(
                            1L,
                            key -> {
                              throw failure;
                            })))
        .isSameAs(failure);
    assertThat(here().get(1L)).isEqualTo("one");
    assertThat(there().get(1L)).isEqualTo("one");
  }

  @Test
  default void failSafeWritesAnswerThatTheyAreDone() {
    WriteResult done = new WriteResult.Done();
    assertThat(here().failSafe().put(1L, "one")).isEqualTo(done);
    assertThat(here().failSafe().put(2L, "two", Duration.ofMinutes(1))).isEqualTo(done);
    assertThat(here().failSafe().putAll(Map.of(3L, "three", 4L, "four"))).isEqualTo(done);
    assertThat(there().getAll(List.of(1L, 2L, 3L, 4L))).hasSize(4);
    assertThat(here().failSafe().evict(1L)).isEqualTo(done);
    assertThat(here().failSafe().evictAll(List.of(2L, 3L))).isEqualTo(done);
    assertThat(there().getAll(List.of(1L, 2L, 3L, 4L)).keySet()).containsExactly(4L);
  }
}
