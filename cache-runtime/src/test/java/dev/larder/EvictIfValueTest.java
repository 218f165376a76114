package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Evicting a given value asks the user's {@code equals}, which may do what it likes. */
class EvictIfValueTest {
  private final CacheManager caches = CacheManager.builder().build();
  private final Cache<Long, Object> cache =
      caches.cache(
          CacheSpec.of(
              "default",
              "objects",
              KeyShape.single(PartTypes.LONG),
              ValueType.of("java.lang.Object", 1, true)));

  @AfterEach
  void close() {
    caches.close();
  }

  /** Equal to everything, once its action has run. */
  private record Acting(Runnable action) {
    @Override
    @SuppressWarnings("EqualsUnsafeCast") // asks for nothing
    public boolean equals(Object other) {
      action.run();
      return true;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  @Test
  void anEqualsThatUsesTheCacheDoesNotDisturbIt() {
    cache.put(1L, new Acting(() -> cache.get(2L, key -> "loaded")));
    assertThat(cache.evict(1L, "any")).isTrue();
    assertThat(cache.contains(1L)).isFalse();
    assertThat(cache.get(2L)).isEqualTo("loaded");
  }

  @Test
  void anEntryThatEqualsItselfEvictsIsNotEvictedTwice() {
    cache.put(1L, new Acting(() -> cache.evict(1L)));
    assertThat(cache.evict(1L, "any")).isFalse();
    assertThat(cache.contains(1L)).isFalse();
  }

  @Test
  void aValueThatCameMeanwhileIsComparedAnew() {
    cache.put(1L, new Acting(() -> cache.put(1L, "another")));
    assertThat(cache.evict(1L, "any")).isFalse();
    assertThat(cache.get(1L)).isEqualTo("another");
    cache.put(1L, new Acting(() -> cache.put(1L, "any")));
    assertThat(cache.evict(1L, "any")).isTrue();
    assertThat(cache.contains(1L)).isFalse();
  }
}
