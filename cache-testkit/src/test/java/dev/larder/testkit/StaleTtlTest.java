package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.Cache;
import dev.larder.CacheEvent;
import dev.larder.Loader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is served past the time to live when a loader fails. */
class StaleTtlTest extends AgingManagers {
  private static final Duration STALE = Duration.ofHours(1);
  private static final IllegalStateException FAILURE = new IllegalStateException("no source");
  private final HeldLoader loader = new HeldLoader();

  StaleTtlTest() {
    super(cache -> cache.staleTtl(STALE));
  }

  private static String failing(Object key) {
    throw FAILURE;
  }

  private void staleEntry() {
    here.get(1L, key -> "old");
    there.get(1L);
    elapse(TTL);
  }

  @Test
  void aValuePastItsTimeIsServedWhenItsLoaderThrows() {
    staleEntry();
    assertThat(here.get(1L, StaleTtlTest::failing)).isEqualTo("old");
    assertThat(there.get(1L, StaleTtlTest::failing)).isEqualTo("old");
    assertThat(here.stats().staleHits()).isEqualTo(1);
    assertThat(here.stats().loadFailures()).isEqualTo(1);
    assertThat(here.stats().hits()).isZero();
    assertThat(here.stats().misses()).isEqualTo(2);
    CacheEvent told = new CacheEvent.StaleServed("users", "larder:1:users:1", FAILURE);
    assertThat(events).containsExactly(told, told);
  }

  @Test
  void i3_withoutAnOldValueTheLoadersExceptionIsThrown() {
    assertThat(catchThrowable(() -> here.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
    assertThat(here.stats().staleHits()).isZero();
  }

  @Test
  void aLoaderThatSucceedsReplacesIt() {
    staleEntry();
    assertThat(here.get(1L, key -> "new")).isEqualTo("new");
    assertThat(there.get(1L)).isEqualTo("new");
    assertThat(here.stats().staleHits()).isZero();
  }

  @Test
  void i7_toThoseWhoCannotLoadItIsAbsent() {
    staleEntry();
    for (Cache<Long, String> cache : List.of(here, there)) {
      assertThat(cache.localHit(1L)).isNull();
      assertThat(cache.get(1L)).isNull();
      assertThat(cache.contains(1L)).isFalse();
      assertThat(cache.timeToLive(1L)).isNull();
      assertThat(cache.getAll(List.of(1L))).isEmpty();
      assertThat(cache.touch(1L, TTL)).isFalse();
    }
  }

  @Test
  void untilThenTheTimeToLiveIsAsItWas() {
    here.put(1L, "one");
    there.put(2L, "two", MOMENT);
    assertThat(there.timeToLive(1L)).isEqualTo(TTL);
    elapse(MOMENT);
    assertThat(there.get(1L)).isEqualTo("one");
    assertThat(here.get(2L)).isNull();
    assertThat(there.get(2L)).isNull();
    assertThat(here.touch(1L, TTL.multipliedBy(2))).isTrue();
    assertThat(here.timeToLive(1L)).isEqualTo(TTL.multipliedBy(2));
    elapse(TTL.multipliedBy(2));
    assertThat(here.get(1L)).isNull();
  }

  @Test
  void aLoaderThatFailedIsLeftAloneForAMoment() throws Exception {
    staleEntry();
    here.get(1L, StaleTtlTest::failing);
    assertThat(here.get(1L, loader)).isEqualTo("old");
    elapse(MOMENT.minusNanos(1));
    assertThat(here.get(1L, loader)).isEqualTo("old");
    assertThat(loader.runs()).isZero();
    assertThat(here.stats().staleHits()).isEqualTo(3);
    assertThat(events).hasSize(1);
    elapse(Duration.ofNanos(1));
    assertThat(here.get(1L, key -> "new")).isEqualTo("new");
  }

  @Test
  void withoutALocalTierItIsServedFromTheStore() {
    Cache<Long, String> alone = process(Managers.over(store.connect(), false));
    staleEntry();
    assertThat(alone.get(1L, StaleTtlTest::failing)).isEqualTo("old");
    assertThat(alone.get(1L, key -> "not asked")).isEqualTo("old");
    elapse(MOMENT);
    assertThat(alone.get(1L, key -> "new")).isEqualTo("new");
  }

  @Test
  void withoutAStoreItIsServedFromTheHeap() {
    Cache<Long, String> heap = process(chain -> chain.local(tier -> {}));
    heap.put(1L, "old");
    elapse(TTL);
    assertThat(heap.get(1L)).isNull();
    assertThat(heap.get(1L, StaleTtlTest::failing)).isEqualTo("old");
    elapse(MOMENT);
    assertThat(heap.get(1L, key -> "new")).isEqualTo("new");
  }

  @Test
  void i2_whileTheStoreIsDownTooItIsServedFromTheHeap() {
    staleEntry();
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    assertThat(here.get(1L, StaleTtlTest::failing)).isEqualTo("old");
  }

  @Test
  void i7_pastTheStaleTimeNothingIsServed() {
    staleEntry();
    elapse(STALE.minusNanos(1));
    assertThat(here.get(1L, StaleTtlTest::failing)).isEqualTo("old");
    elapse(Duration.ofNanos(1));
    assertThat(catchThrowable(() -> here.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
    assertThat(catchThrowable(() -> there.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
  }

  @Test
  void i7_whatIsOverWhenItsLoaderFailsAtLastIsNotServed() throws Throwable {
    staleEntry();
    Caller<String> caller = Caller.of(() -> here.get(1L, loader));
    loader.awaitStarted();
    elapse(STALE);
    loader.fail(FAILURE);
    assertThat(catchThrowable(caller::answer)).isSameAs(FAILURE);
  }

  @Test
  void anEvictRemovesItLikeAnyOther() {
    staleEntry();
    here.evict(1L);
    assertThat(catchThrowable(() -> here.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
    assertThat(catchThrowable(() -> there.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
  }

  @Test
  void aClearAndAnEvictOfItsValueRemoveItToo() {
    staleEntry();
    here.clear();
    assertThat(catchThrowable(() -> there.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
    Cache<Long, String> heap = process(chain -> chain.local(tier -> {}));
    heap.put(1L, "old");
    elapse(TTL);
    assertThat(heap.evict(1L, "old")).isTrue();
    assertThat(catchThrowable(() -> heap.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
  }

  @Test
  void i5_whatIsEvictedWhileItsLoaderRunsIsNotServedWhenThatFails() throws Throwable {
    staleEntry();
    Caller<String> caller = Caller.of(() -> here.get(1L, loader));
    loader.awaitStarted();
    there.evict(1L);
    loader.fail(FAILURE);
    assertThat(catchThrowable(caller::answer)).isSameAs(FAILURE);
  }

  @Test
  void i5_anEvictedValueIsNotServedByAProcessThatHasNotHeardOfIt() {
    staleEntry();
    store.messages().drop();
    there.evict(1L);
    assertThat(catchThrowable(() -> here.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
  }

  @Test
  void i4_oneLoadsItInTheFleetAndTheOthersWait() throws Throwable {
    staleEntry();
    Caller<String> first = Caller.of(() -> here.get(1L, loader));
    loader.awaitStarted();
    Caller<String> second =
        Caller.<String>of(() -> there.get(1L, key -> "not asked")).awaitWaiting();
    loader.give("new");
    assertThat(first.answer()).isEqualTo("new");
    assertThat(second.answer()).isEqualTo("new");
    assertThat(there.stats().loads()).isZero();
  }

  @Test
  void whoWaitsForALoaderThatFailsGetsTheOldValueToo() throws Throwable {
    staleEntry();
    Caller<String> first = Caller.of(() -> here.get(1L, loader));
    loader.awaitStarted();
    Caller<String> second =
        Caller.<String>of(() -> here.get(1L, key -> "not asked")).awaitWaiting();
    loader.fail(FAILURE);
    assertThat(first.answer()).isEqualTo("old");
    assertThat(second.answer()).isEqualTo("old");
    assertThat(here.stats().staleHits()).isEqualTo(2);
  }

  @Test
  void anErrorIsNoFailureOfTheSource() {
    staleEntry();
    Loader<Long, String, RuntimeException> broken =
        key -> {
          throw new AssertionError("a bug");
        };
    assertThatThrownBy(() -> here.get(1L, broken)).isInstanceOf(AssertionError.class);
    assertThat(here.stats().staleHits()).isZero();
  }

  @Test
  void aCallerThatIsInterruptedLearnsOfIt() throws Throwable {
    staleEntry();
    Caller<String> caller = Caller.of(() -> here.get(1L, loader));
    loader.awaitStarted();
    caller.interrupt();
    assertThat(catchThrowable(caller::answer)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aRowThatIsGoneIsNotServedLater() {
    staleEntry();
    assertThat(here.get(1L, key -> null)).isNull();
    assertThat(catchThrowable(() -> here.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
    assertThat(catchThrowable(() -> there.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
  }

  @Test
  void puttingWhatIsAbsentReplacesIt() {
    staleEntry();
    assertThat(here.putIfAbsent(1L, "new")).isNull();
    assertThat(there.get(1L)).isEqualTo("new");
  }

  @Test
  void aTouchOfWhatIsStaleThrowsWhileTheStoreIsDown() {
    staleEntry();
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    assertThatThrownBy(() -> here.touch(1L, TTL)).hasMessageContaining("down");
  }

  @Test
  void i7_aStoreThatTellsNoLivesKeepsNothingLonger() {
    PlainStore plain = new PlainStore(FakeStore.on(clock));
    Cache<Long, String> cache = process(Managers.over(plain, true));
    cache.put(1L, "old");
    elapse(TTL);
    assertThat(cache.get(1L)).isNull();
    assertThat(process(Managers.over(plain, false)).get(1L)).isNull();
    assertThat(catchThrowable(() -> cache.get(1L, StaleTtlTest::failing))).isSameAs(FAILURE);
  }

  @Test
  void withoutLeasesItIsTheSame() {
    staleEntry();
    Cache<Long, String> cache =
        process(
            Managers.over(store.connect(), true),
            settings -> settings.staleTtl(STALE).leases(false));
    assertThat(cache.get(1L, StaleTtlTest::failing)).isEqualTo("old");
    elapse(MOMENT);
    assertThat(cache.get(1L, key -> "new")).isEqualTo("new");
    assertThat(there.get(1L)).isEqualTo("new");
  }
}
