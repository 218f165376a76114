package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** How a cache that was opened while its store was down comes to hear of others' writes. */
class SubscriptionTest extends Managers {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LAST_PAUSE = Duration.ofSeconds(30);

  /** Another cache of the same store, which one thread looks after with the first. */
  private static final CacheSpec<Long, String> OTHERS =
      CacheSpec.of(CHAIN, "others", KeyShape.single(PartTypes.LONG), TEXT);

  SubscriptionTest() {
    super(2, store -> over(store, true));
  }

  private void noSubscriptionIsTaken() {
    store.faults().beforeCalls(RefusedCalls.only(Call.SUBSCRIBE));
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
    Soon.until(() -> cache.stats().staleness().isZero());
    elapse(LAST_PAUSE);
    here.cache(OTHERS);
    roundOfLooks();
    cache.get(2L);
    here();
    assertThat(store.faults().count(Call.SUBSCRIBE)).isEqualTo(3);
  }

  /** Returns when the thread has looked after all caches twice, hence once from now on. */
  private void roundOfLooks() {
    for (int i = 0; i < 2; i++) {
      long before = store.faults().count(Call.LAST_NUMBER);
      store.messages().interrupt();
      Soon.until(() -> store.faults().count(Call.LAST_NUMBER) > before);
    }
  }

  @Test
  void aStoreThatRefusesIsAskedAgainInGrowingPauses() {
    here.cache(OTHERS);
    noSubscriptionIsTaken();
    Cache<Long, String> cache = here();
    Duration pause = FIRST_PAUSE;
    for (int tries = 2; tries <= 12; tries++) {
      elapse(pause.minusNanos(1));
      cache.get(1L);
      roundOfLooks();
      assertThat(store.faults().count(Call.SUBSCRIBE)).isEqualTo(tries);
      elapse(Duration.ofNanos(1));
      long next = tries + 1L;
      Soon.until(() -> store.faults().count(Call.SUBSCRIBE) == next);
      // Its refusal is noted then.
      roundOfLooks();
      pause = Duration.ofNanos(Math.min(2 * pause.toNanos(), LAST_PAUSE.toNanos()));
    }
  }

  @Test
  void i2_noReaderCarriesOutASubscription() throws InterruptedException {
    here.cache(OTHERS);
    noSubscriptionIsTaken();
    Cache<Long, String> cache = here();
    HeldLoader look = new HeldLoader();
    Thread reader = Thread.currentThread();
    store
        .faults()
        .beforeCalls(
            (call, key) -> {
              if (Thread.currentThread() != reader) {
                HeldCalls.await(look);
              }
            });
    elapse(LAST_PAUSE);
    look.awaitStarted();
    assertThat(cache.get(1L, key -> "one")).isEqualTo("one");
    assertThat(cache.get(2L)).isNull();
    assertThat(here()).isSameAs(cache);
    assertThat(store.faults().count(Call.SUBSCRIBE)).isEqualTo(2);
    look.give(null);
    Soon.until(() -> cache.stats().staleness().isZero());
  }

  @Test
  void i6_aStoreThatWasGivenUpIsListenedToWhenItIsAskedAgainWhateverThePauses() {
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    AtomicLong looks = new AtomicLong();
    try (CacheManager manager = managerOn(countingLooks(looks))) {
      Cache<Long, String> cache = manager.cache(USERS);
      while (cache.stats().skippedCalls() == 0) {
        cache.get(1L);
      }
      for (int i = 0; i < 12; i++) {
        elapse(LAST_PAUSE);
        long before = looks.get();
        Soon.until(() -> looks.get() > before + 10);
      }
      store.faults().none();
      Soon.until(() -> cache.stats().staleness().isZero());
    }
  }

  private CacheManager managerOn(LongSupplier ticker) {
    return CacheManager.builder().ticker(ticker).chain(CHAIN, over(store, true)).build();
  }

  /** The clock, which the thread that looks after the caches reads in each of its rounds. */
  private LongSupplier countingLooks(AtomicLong looks) {
    return () -> {
      if (Thread.currentThread().getName().equals("larder-channel")) {
        looks.incrementAndGet();
      }
      return clock.getAsLong();
    };
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
