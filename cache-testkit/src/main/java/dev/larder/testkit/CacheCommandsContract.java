package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheConfigurationException;
import dev.larder.CacheSpec;
import dev.larder.CacheValidationException;
import dev.larder.CompositeKey;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a cache does beyond reading and writing single keys, over a chain whose store, if it has
 * one, has the capabilities that this takes: clearing, comparing and, unless {@link
 * #evictsByPattern} says otherwise, a walk of its keys.
 */
public interface CacheCommandsContract extends CacheContract {
  private static CacheSpec<CompositeKey, String> pairs() {
    return CacheSpec.of(CHAIN, "pairs", KeyShape.composite(PartTypes.STRING, PartTypes.LONG), TEXT);
  }

  private static @Nullable CompositeKey pair(String text, long number) {
    return KeyShape.composite(PartTypes.STRING, PartTypes.LONG).key(text, number);
  }

  @Test
  default void clearRemovesEveryEntryOfTheCacheForBoth() {
    here().putAll(Map.of(1L, "one", 2L, "two"));
    there().getAll(List.of(1L, 2L));
    there().version(2).put(1L, "stays");
    here(pairs()).put(pair("a", 1), "stays");
    here().clear();
    assertThat(here().getAll(List.of(1L, 2L))).isEmpty();
    assertThat(there().getAll(List.of(1L, 2L))).isEmpty();
    assertThat(there().version(2).get(1L)).isEqualTo("stays");
    assertThat(there(pairs()).get(pair("a", 1))).isEqualTo("stays");
  }

  @Test
  default void clearRemovesTheOneEntryOfACacheWithoutKeyParts() {
    KeyShape<CompositeKey> shape = KeyShape.composite();
    CacheSpec<CompositeKey, String> whole = CacheSpec.of(CHAIN, "whole", shape, TEXT);
    here(whole).put(shape.key(), "all");
    there(whole).clear();
    assertThat(here(whole).get(shape.key())).isNull();
  }

  @Test
  default void evictMatchingEvictsAndCountsWhatMatches() {
    here(pairs()).put(pair("ab", 1), "one");
    here(pairs()).put(pair("ab", 2), "two");
    here(pairs()).put(pair("ac", 1), "three");
    there(pairs()).get(pair("ab", 1));
    if (!evictsByPattern()) {
      assertPatternsAreRefused(here(pairs()));
      assertThat(here(pairs()).contains(pair("ab", 1))).isTrue();
      return;
    }
    assertThat(there(pairs()).evictMatching("ab:*")).isEqualTo(2);
    assertThat(here(pairs()).contains(pair("ab", 1))).isFalse();
    assertThat(there(pairs()).contains(pair("ab", 1))).isFalse();
    assertThat(here(pairs()).get(pair("ac", 1))).isEqualTo("three");
    assertThat(there(pairs()).evictMatching("ab:*")).isZero();
  }

  @Test
  default void evictMatchingKnowsCharactersAndSets() {
    for (long key = 10; key < 20; key++) {
      here().put(key, "value");
    }
    if (!evictsByPattern()) {
      assertPatternsAreRefused(here());
      assertThat(here().contains(10L)).isTrue();
      return;
    }
    assertThat(here().evictMatching("1[0-2]")).isEqualTo(3);
    assertThat(here().evictMatching("1[^3-8]")).isEqualTo(1);
    assertThat(here().evictMatching("?3")).isEqualTo(1);
    assertThat(here().evictMatching("?")).isZero();
    assertThat(there().getAll(List.of(14L, 15L, 16L, 17L, 18L))).hasSize(5);
    assertThat(here().evictMatching("*")).isEqualTo(5);
  }

  private static void assertPatternsAreRefused(Cache<?, ?> cache) {
    assertThatThrownBy(() -> cache.evictMatching("*"))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("cannot walk its keys");
  }

  @Test
  default void starsInKeysMatchNothingButThemselves() {
    here(pairs()).put(pair("*", 1), "star");
    here(pairs()).put(pair("a", 1), "letter");
    here(pairs()).evict(pair("*", 1));
    assertThat(there(pairs()).get(pair("a", 1))).isEqualTo("letter");
  }

  @Test
  default void aPatternWithoutSenseIsRefused() {
    assertThatThrownBy(() -> here().evictMatching("[1"))
        .isInstanceOf(CacheValidationException.class)
        .hasMessageContaining("[1");
  }

  @Test
  default void evictingAValueLeavesAnother() {
    here().put(1L, "one");
    there().get(1L);
    assertThat(there().evict(1L, "two")).isFalse();
    assertThat(here().get(1L)).isEqualTo("one");
    assertThat(there().evict(1L, "one")).isTrue();
    assertThat(here().contains(1L)).isFalse();
    assertThat(there().contains(1L)).isFalse();
    assertThat(there().evict(1L, "one")).isFalse();
  }
}
