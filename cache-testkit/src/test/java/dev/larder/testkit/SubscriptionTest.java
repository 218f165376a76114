package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import org.junit.jupiter.api.Test;

/** How a cache that was opened while its store was down comes to hear of others' writes. */
class SubscriptionTest extends Managers {
  SubscriptionTest() {
    super(2, store -> over(store, true));
  }

  private Cache<Long, String> openedWhileTheStoreIsDown() {
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    Cache<Long, String> cache = here();
    cache.get(1L, key -> "one");
    store.faults().none();
    return cache;
  }

  @Test
  void i6_itListensAsSoonAsTheStoreAnswers() {
    Cache<Long, String> cache = openedWhileTheStoreIsDown();
    assertThat(cache.get(2L, key -> "two")).isEqualTo("two");
    there().put(2L, "new");
    assertThat(cache.get(2L)).isEqualTo("new");
  }

  @Test
  void i6_whatItKeptBeforeItListenedIsNotServedAfter() {
    Cache<Long, String> cache = openedWhileTheStoreIsDown();
    there().put(1L, "new");
    assertThat(cache.get(2L, key -> "two")).isEqualTo("two");
    assertThat(cache.get(1L)).isEqualTo("new");
  }

  @Test
  void itSubscribesOnce() {
    Cache<Long, String> cache = openedWhileTheStoreIsDown();
    cache.get(2L);
    cache.get(3L);
    cache.get(4L);
    assertThat(store.faults().count(Call.SUBSCRIBE)).isEqualTo(2);
  }
}
