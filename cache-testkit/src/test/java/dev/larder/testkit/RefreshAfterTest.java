package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheEvent;
import dev.larder.CacheManager;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What hits on entries past {@code refreshAfter} do. */
class RefreshAfterTest extends AgingManagers {
  private static final Duration AFTER = Duration.ofMinutes(4);
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final long LOOKS_OF_A_MOMENT = 2_000_000;
  private final HeldLoader loader = new HeldLoader();

  RefreshAfterTest() {
    super(cache -> cache.refreshAfter(AFTER));
  }

  private static String notAsked(Object key) {
    throw new AssertionError("nobody should load " + key);
  }

  private volatile Cache<Long, String> brief;

  private void dueEntry() {
    here.get(1L, key -> "old");
    there.get(1L);
    elapse(AFTER);
  }

  @Test
  void beforeThatTheyAreHitsLikeAnyOther() {
    here.get(1L, key -> "old");
    elapse(AFTER.minusNanos(1));
    assertThat(here.localHit(1L)).isEqualTo("old");
    assertThat(here.get(1L, RefreshAfterTest::notAsked)).isEqualTo("old");
    assertThat(here.stats().loads()).isEqualTo(1);
  }

  @Test
  void theFirstGivesTheOldValueAtOnceAndStartsOneRefresh() throws Exception {
    dueEntry();
    assertThat(here.localHit(1L)).isNull();
    assertThat(here.get(1L, loader)).isEqualTo("old");
    loader.awaitStarted();
    assertThat(here.localHit(1L)).isEqualTo("old");
    assertThat(here.get(1L, RefreshAfterTest::notAsked)).isEqualTo("old");
    elapse(MOMENT);
    assertThat(here.get(1L, RefreshAfterTest::notAsked)).isEqualTo("old");
    loader.give("new");
    await(here, cache -> cache.stats().refreshes(), 1);
    assertThat(here.localHit(1L)).isEqualTo("new");
    assertThat(loader.runs()).isEqualTo(1);
    elapse(AFTER.minusNanos(1));
    assertThat(here.localHit(1L)).isEqualTo("new");
    assertThat(here.stats().misses()).isEqualTo(1);
  }

  @Test
  void i2_whatAnExecutorThrowsReachesNoHit() {
    try (CacheManager manager =
        CacheManager.builder()
            .ticker(clock)
            .executor(
                task -> {
                  throw new IllegalStateException("no threads");
                })
            .chain(CHAIN, Managers.over(store.connect(), true))
            .cache("users", cache -> cache.refreshAfter(AFTER))
            .build()) {
      Cache<Long, String> cache = manager.cache(USERS.ttl(TTL));
      cache.put(1L, "old");
      elapse(AFTER);
      assertThat(cache.get(1L, RefreshAfterTest::notAsked)).isEqualTo("old");
    }
  }

  @Test
  void aReadThatCannotLoadIsAHit() {
    dueEntry();
    assertThat(here.get(1L)).isEqualTo("old");
    assertThat(here.contains(1L)).isTrue();
    assertThat(here.timeToLive(1L)).isEqualTo(TTL.minus(AFTER));
    assertThat(here.stats().loads()).isEqualTo(1);
  }

  @Test
  void i4_inTheFleetOneRefreshesAndTheOthersTakeWhatItLoaded() throws Exception {
    dueEntry();
    assertThat(here.get(1L, loader)).isEqualTo("old");
    loader.awaitStarted();
    assertThat(there.get(1L, RefreshAfterTest::notAsked)).isEqualTo("old");
    await(() -> otherStore.faults().count(Call.TRY_LEASE) == 1);
    loader.give("new");
    await(here, cache -> cache.stats().refreshes(), 1);
    awaitTaken("new");
    assertThat(there.stats().loads()).isZero();
    assertThat(there.stats().refreshFailures()).isZero();
  }

  /** Nothing tells when the first look at the lease is over; until then no other begins. */
  private void awaitTaken(String value) {
    long[] looks = {0};
    await(
        () -> {
          if (looks[0]++ % LOOKS_OF_A_MOMENT == 0) {
            elapse(MOMENT);
            there.get(1L, RefreshAfterTest::notAsked);
          }
          return value.equals(there.localHit(1L));
        });
  }

  @Test
  void i4_aRefreshWhoseProcessIsGoneIsDoneByAnotherAfterOneLease() throws Exception {
    dueEntry();
    here.get(1L, loader);
    loader.awaitStarted();
    store.faults().everyCallThrows(() -> new IllegalStateException("gone"));
    elapse(LEASE.plus(MOMENT));
    there.get(1L, key -> "new");
    await(() -> "new".equals(there.localHit(1L)));
    loader.give("late");
    await(here, cache -> cache.stats().refreshes(), 1);
    store.faults().none();
    assertThat(there.get(1L)).isEqualTo("new");
  }

  @Test
  void i5_whatWasEvictedWhileItsRefreshRanIsNotBroughtBack() throws Exception {
    dueEntry();
    here.get(1L, loader);
    loader.awaitStarted();
    here.evict(1L);
    loader.give("old again");
    await(here, cache -> cache.stats().refusedFills(), 1);
    assertThat(here.get(1L)).isNull();
    assertThat(there.get(1L)).isNull();
  }

  @Test
  void i5_whatAnotherProcessEvictedWhileItsRefreshRanIsNotBroughtBack() throws Exception {
    dueEntry();
    here.get(1L, loader);
    loader.awaitStarted();
    store.messages().drop();
    there.evict(1L);
    store.messages().deliver();
    loader.give("old again");
    await(here, cache -> cache.stats().refusedFills(), 1);
    assertThat(there.get(1L)).isNull();
  }

  @Test
  void i5_whatWasPutWhileARefreshRanStays() throws Exception {
    dueEntry();
    here.get(1L, loader);
    loader.awaitStarted();
    there.put(1L, "put");
    loader.give("loaded before");
    await(here, cache -> cache.stats().refusedFills(), 1);
    assertThat(here.get(1L)).isEqualTo("put");
    assertThat(there.get(1L)).isEqualTo("put");
  }

  @Test
  void aRefreshThatFailsIsToldAndTriedAgainAfterAMoment() {
    dueEntry();
    IllegalStateException failure = new IllegalStateException("no source");
    assertThat(
            here.get(
                1L,
                key -> {
                  throw failure;
                }))
        .isEqualTo("old");
    await(here, cache -> cache.stats().refreshFailures(), 1);
    await(() -> !events.isEmpty());
    assertThat(events)
        .containsExactly(new CacheEvent.RefreshFailed("users", "larder:1:users:1", failure));
    assertThat(here.get(1L, RefreshAfterTest::notAsked)).isEqualTo("old");
    elapse(MOMENT);
    here.get(1L, key -> "new");
    await(() -> "new".equals(here.localHit(1L)));
  }

  @Test
  void i7_withoutStaleTtlAFailingRefreshLengthensNoLife() {
    dueEntry();
    here.get(
        1L,
        key -> {
          throw new IllegalStateException("no source");
        });
    await(here, cache -> cache.stats().refreshFailures(), 1);
    elapse(TTL.minus(AFTER));
    assertThat(here.localHit(1L)).isNull();
    assertThat(here.get(1L, key -> "new")).isEqualTo("new");
  }

  /** The load is registered until its failure has been told of. */
  @Test
  void i7_whoComesWhenTheLifeIsOverGetsNothingOfARefreshThatFailedBefore() throws Exception {
    FutureTask<String> late = new FutureTask<>(() -> brief.get(1L, key -> "new"));
    Thread caller = new Thread(late);
    try (CacheManager manager =
        CacheManager.builder()
            .ticker(clock)
            .listener(
                event -> {
                  if (event instanceof CacheEvent.RefreshFailed) {
                    elapse(TTL.minus(AFTER));
                    caller.start();
                    Soon.until(() -> caller.getState() == Thread.State.TIMED_WAITING);
                  }
                })
            .chain(CHAIN, Managers.over(store.connect(), true))
            .cache("users", cache -> cache.refreshAfter(AFTER))
            .build()) {
      brief = manager.cache(USERS.ttl(TTL));
      brief.put(1L, "old");
      elapse(AFTER);
      brief.get(
          1L,
          key -> {
            throw new IllegalStateException("no source");
          });
      assertThat(late.get()).isEqualTo("new");
    }
  }

  @Test
  void aRowThatIsGoneIsNotServedOn() {
    dueEntry();
    assertThat(here.get(1L, key -> null)).isEqualTo("old");
    await(here, cache -> cache.stats().refreshes(), 1);
    await(() -> here.get(1L) == null);
    assertThat(there.get(1L)).isNull();
  }

  @Test
  void withoutALocalTierADueValueIsRefreshedToo() throws Exception {
    Cache<Long, String> alone = process(Managers.over(store.connect(), false));
    dueEntry();
    assertThat(alone.get(1L, loader)).isEqualTo("old");
    loader.awaitStarted();
    assertThat(alone.get(1L, RefreshAfterTest::notAsked)).isEqualTo("old");
    loader.give("new");
    await(() -> "new".equals(alone.get(1L)));
  }

  @Test
  void aReaderOfTheSameKeyDoesNotKeepItFromBeingRefreshed() throws Throwable {
    FakeStore connection = store.connect();
    BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    try (CacheManager manager =
        CacheManager.builder()
            .ticker(clock)
            .executor(tasks::add)
            .chain(CHAIN, Managers.over(connection, false))
            .cache("users", cache -> cache.refreshAfter(AFTER))
            .build()) {
      Cache<Long, String> alone = manager.cache(USERS.ttl(TTL));
      dueEntry();
      assertThat(alone.get(1L, key -> "new")).isEqualTo("old");
      HeldLoader held = new HeldLoader();
      connection.faults().beforeCalls((call, key) -> HeldCalls.await(held));
      Caller<String> reader = Caller.of(() -> alone.get(1L, RefreshAfterTest::notAsked));
      held.awaitStarted();
      connection.faults().none();
      Caller<Boolean> refresh = Caller.of(() -> run(tasks.take())).awaitWaiting();
      held.give("go on");
      assertThat(reader.answer()).isEqualTo("old");
      assertThat(refresh.answer()).isTrue();
      assertThat(alone.get(1L)).isEqualTo("new");
      // The reader may have found it due as well.
      tasks.forEach(Runnable::run);
    }
  }

  private static boolean run(Runnable task) {
    task.run();
    return true;
  }

  @Test
  void withoutAStoreToo() throws Exception {
    Cache<Long, String> heap = process(chain -> chain.local(tier -> {}));
    heap.put(1L, "old");
    elapse(AFTER);
    assertThat(heap.get(1L, loader)).isEqualTo("old");
    loader.awaitStarted();
    loader.give("new");
    await(() -> "new".equals(heap.localHit(1L)));
  }

  @Test
  void overAStoreOfThreeMethodsWhatIsInTheHeapIsRefreshed() throws Exception {
    PlainStore plain = new PlainStore(FakeStore.on(clock));
    Cache<Long, String> cache = process(Managers.over(plain, true));
    cache.get(1L, key -> "old");
    elapse(AFTER);
    assertThat(cache.get(1L, loader)).isEqualTo("old");
    loader.awaitStarted();
    loader.give("new");
    await(() -> "new".equals(cache.localHit(1L)));
    assertThat(process(Managers.over(plain, true)).get(1L)).isEqualTo("new");
  }

  @Test
  void i2_whileTheStoreIsDownTheHeapIsRefreshedAllTheSame() {
    dueEntry();
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    assertThat(here.get(1L, key -> "new")).isEqualTo("old");
    await(() -> "new".equals(here.localHit(1L)));
  }

  @Test
  void entriesWithoutEndAndNullsAreNeverDue() {
    Cache<Long, String> cache =
        process(
            chain -> {
              Managers.over(store.connect(), true).accept(chain);
              chain.nullTtl(Duration.ofMinutes(2));
            });
    cache.put(1L, "endless", Duration.ZERO);
    cache.get(2L, key -> null);
    elapse(Duration.ofMinutes(1));
    assertThat(cache.get(2L, RefreshAfterTest::notAsked)).isNull();
    elapse(TTL.multipliedBy(100));
    assertThat(cache.localHit(1L)).isEqualTo("endless");
  }

  @Test
  void aLoaderThatHangsKeepsNobodyWaiting() throws Throwable {
    dueEntry();
    here.get(1L, loader);
    loader.awaitStarted();
    elapse(TTL.minus(AFTER).minusNanos(1));
    assertThat(here.get(1L, RefreshAfterTest::notAsked)).isEqualTo("old");
    elapse(Duration.ofNanos(1));
    Caller<String> waiting = Caller.<String>of(() -> here.get(1L, key -> "mine")).awaitWaiting();
    loader.give("new");
    assertThat(waiting.answer()).isEqualTo("new");
  }
}
