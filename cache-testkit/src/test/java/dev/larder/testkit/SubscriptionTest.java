package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a cache that was opened while its store was down comes to hear of others' writes. */
class SubscriptionTest extends Managers {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  SubscriptionTest() {
    super(2, store -> over(store, true));
  }

  private void noSubscriptionIsTaken() {
    store
        .faults()
        .beforeCalls(
            (call, key) -> {
              if (call == Call.SUBSCRIBE) {
                throw new IllegalStateException("not allowed");
              }
            });
  }

  private Cache<Long, String> openedWhileTheStoreIsDown() {
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    Cache<Long, String> cache = here();
    cache.get(1L, key -> "one");
    store.faults().none();
    elapse(FIRST_PAUSE);
    return cache;
  }

  @Test
  void i6_itListensAsSoonAsTheStoreAnswers() {
    Cache<Long, String> cache = openedWhileTheStoreIsDown();
    assertThat(cache.get(2L, key -> "two")).isEqualTo("two");
    // The thread that goes on trying may have been quicker, and be about to end.
    Soon.until(() -> cache.stats().staleness().isZero());
    there().put(2L, "new");
    assertThat(cache.get(2L)).isEqualTo("new");
  }

  @Test
  void i6_whatItKeptBeforeItListenedIsNotServedAfter() {
    Cache<Long, String> cache = openedWhileTheStoreIsDown();
    there().put(1L, "new");
    assertThat(cache.get(2L, key -> "two")).isEqualTo("two");
    // The thread that goes on trying may have been quicker, and be about to end.
    Soon.until(() -> cache.stats().staleness().isZero());
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

  @Test
  void aStoreThatRefusesIsAskedAgainInGrowingPauses() {
    noSubscriptionIsTaken();
    Cache<Long, String> cache = here();
    for (int i = 0; i < 1_000; i++) {
      cache.get((long) i);
      elapse(Duration.ofMillis(10));
    }
    // At 0, 0.1, 0.3, 0.7, 1.5, 3.1 and 6.3 of the 10 seconds.
    assertThat(store.faults().count(Call.SUBSCRIBE)).isEqualTo(7);
  }

  @Test
  void i2_aSubscriptionThatHangsHoldsUpNoOtherCacheAndNoClose() throws Throwable {
    Runnable release = store.faults().everyCallHangs();
    Caller<CacheManager> opener =
        Caller.of(
            () -> {
              here();
              return here;
            });
    opener.awaitWaiting();
    assertThat(here.stats()).hasSize(1);
    here.close();
    release.run();
    assertThat(opener.answer()).isSameAs(here);
    assertThat(store.faults().count(Call.SUBSCRIBE)).isEqualTo(1);
  }

  @Test
  void aLoadUnderWayWhenListeningBeginsServesItsWaitersAndTheStoreButNotTheLocalTier()
      throws Throwable {
    noSubscriptionIsTaken();
    HeldLoader loader = new HeldLoader();
    Caller<String> first = Caller.of(() -> here().get(1L, loader));
    loader.awaitStarted();
    store.faults().none();
    elapse(FIRST_PAUSE);
    Soon.until(() -> here().stats().staleness().isZero());
    Caller<String> second =
        Caller.<String>of(() -> here().get(1L, key -> "a second load")).awaitWaiting();
    loader.give("one");
    assertThat(first.answer()).isEqualTo("one");
    assertThat(second.answer()).isEqualTo("one");
    assertThat(store.faults().count(Call.READ_OR_LEASE)).isEqualTo(1);
    assertThat(here().localHit(1L)).isNull();
    assertThat(there().get(1L)).isEqualTo("one");
    assertThat(here().stats().refusedFills()).isZero();
  }

  @Test
  void i6_whatIsWrittenBeforeListeningBeginsIsNotServedByALoadThatIsUnderWay() throws Throwable {
    noSubscriptionIsTaken();
    HeldLoader loader = new HeldLoader();
    Caller<String> first = Caller.of(() -> here().get(1L, loader));
    loader.awaitStarted();
    there().put(1L, "new");
    store.faults().none();
    elapse(FIRST_PAUSE);
    Soon.until(() -> here().stats().staleness().isZero());
    loader.give("old");
    assertThat(first.answer()).isEqualTo("old");
    assertThat(here().get(1L)).isEqualTo("new");
  }
}
