package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.Cache;
import dev.larder.CacheEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What callers get whose loader is slow while a stale value is at hand. */
class LoadTimeoutTest extends AgingManagers {
  private static final Duration STALE = Duration.ofHours(1);
  private static final IllegalStateException FAILURE = new IllegalStateException("no source");
  private final HeldLoader loader = new HeldLoader();

  LoadTimeoutTest() {
    super(cache -> cache.staleTtl(STALE).loadTimeout(Duration.ofMillis(20)));
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
  void theyGetTheOldValueAndTheLoadEndsInTheBackground() throws Exception {
    staleEntry();
    assertThat(here.get(1L, loader)).isEqualTo("old");
    assertThat(here.stats().staleHits()).isEqualTo(1);
    assertThat(events)
        .containsExactly(new CacheEvent.StaleServed("users", "larder:1:users:1", null));
    loader.give("new");
    await(() -> "new".equals(here.localHit(1L)));
    await(() -> "new".equals(there.get(1L)));
    await(here, cache -> cache.stats().refreshes(), 1);
  }

  @Test
  void whileItRunsOthersGetItWithoutWaitingAndNobodyLoadsAgain() throws Throwable {
    staleEntry();
    here.get(1L, loader);
    for (int i = 0; i < 100; i++) {
      assertThat(here.get(1L, key -> "second load")).isEqualTo("old");
    }
    assertThat(here.stats().loads()).isEqualTo(1);
    assertThat(events).hasSize(1);
    loader.give("new");
    await(() -> "new".equals(here.localHit(1L)));
  }

  @Test
  void aLoaderThatIsFastEnoughGivesTheNewValue() {
    Cache<Long, String> patient = patient();
    assertThat(patient.get(1L, key -> "new")).isEqualTo("new");
    assertThat(patient.stats().staleHits()).isZero();
  }

  @Test
  void aLoaderThatFailsInTimeGivesTheOldValue() {
    Cache<Long, String> patient = patient();
    IllegalStateException failure = new IllegalStateException("no source");
    assertThat(
            patient.get(
                1L,
                key -> {
                  throw failure;
                }))
        .isEqualTo("old");
    assertThat(events).contains(new CacheEvent.StaleServed("users", "larder:1:users:1", failure));
    assertThat(patient.get(1L, key -> "not asked")).isEqualTo("old");
    elapse(MOMENT);
    assertThat(patient.get(1L, key -> "new")).isEqualTo("new");
  }

  @Test
  void anErrorIsThrownAsItIs() {
    AssertionError error = new AssertionError("a bug");
    Cache<Long, String> patient = patient();
    assertThat(
            catchThrowable(
                () ->
                    patient.get(
                        1L,
                        key -> {
                          throw error;
                        })))
        .isSameAs(error);
  }

  /** A cache with a stale entry, in a process that waits long. */
  private Cache<Long, String> patient() {
    Cache<Long, String> patient =
        process(
            Managers.over(store.connect(), true),
            cache -> cache.staleTtl(STALE).loadTimeout(Duration.ofSeconds(60)));
    patient.get(1L, key -> "old");
    elapse(TTL);
    return patient;
  }

  @Test
  void withoutALocalTierItIsTheSame() throws Exception {
    Cache<Long, String> alone = process(Managers.over(store.connect(), false));
    staleEntry();
    assertThat(alone.get(1L, loader)).isEqualTo("old");
    assertThat(alone.get(1L, key -> "second load")).isEqualTo("old");
    loader.give("new");
    await(() -> "new".equals(alone.get(1L)));
    assertThat(alone.stats().loads()).isEqualTo(1);
  }

  @Test
  void withoutAStoreItIsTheSame() throws Exception {
    Cache<Long, String> heap = process(chain -> chain.local(tier -> {}));
    heap.put(1L, "old");
    elapse(TTL);
    assertThat(heap.get(1L, loader)).isEqualTo("old");
    loader.give("new");
    await(() -> "new".equals(heap.localHit(1L)));
  }

  @Test
  void i5_whatIsEvictedMeanwhileIsNeitherServedNorBroughtBack() throws Throwable {
    staleEntry();
    here.get(1L, loader);
    loader.awaitStarted();
    there.evict(1L);
    Caller<String> next = Caller.of(() -> here.get(1L, key -> "new"));
    assertThat(next.answer()).isEqualTo("new");
    loader.give("old again");
    await(here, cache -> cache.stats().refusedFills(), 1);
    assertThat(here.get(1L)).isEqualTo("new");
    assertThat(there.get(1L)).isEqualTo("new");
  }

  @Test
  void i5_whoComesAfterAnEvictDoesNotGetWhatALoadFindsThatBeganBefore() throws Throwable {
    Cache<Long, String> patient = patient();
    Caller<String> early = Caller.of(() -> patient.get(1L, loader));
    loader.awaitStarted();
    patient.evict(1L);
    assertThat(patient.get(1L, key -> "new")).isEqualTo("new");
    elapse(TTL);
    assertThat(patient.get(1L, key -> "newest")).isEqualTo("newest");
    loader.give("old again");
    assertThat(early.answer()).isEqualTo("old again");
    assertThat(patient.get(1L)).isEqualTo("newest");
  }

  @Test
  void whoComesDuringARefreshThatFailsGetsTheOldValue() throws Throwable {
    Cache<Long, String> patient = patient();
    Caller<String> refresh = Caller.of(() -> patient.refresh(1L, loader));
    loader.awaitStarted();
    Caller<String> reader = Caller.of(() -> patient.get(1L, key -> "second load")).awaitWaiting();
    loader.fail(FAILURE);
    assertThat(catchThrowable(refresh::answer)).isSameAs(FAILURE);
    assertThat(reader.answer()).isEqualTo("old");
  }

  @Test
  void aLoadThatCannotBeKeptForWantOfHeapIsNotRunAgainAndAgain() throws Exception {
    FakeStore connection = store.connect();
    Cache<Long, String> full =
        process(
            Managers.over(connection, true),
            cache -> cache.staleTtl(STALE).loadTimeout(Duration.ofSeconds(20)).leases(false));
    full.get(1L, key -> "old");
    elapse(TTL);
    connection.faults().beforeCalls(LoadTimeoutTest::noHeapForPuts);
    loader.give("new");
    assertThat(full.get(1L, loader)).isEqualTo("old");
    assertThat(loader.runs()).isEqualTo(1);
  }

  private static void noHeapForPuts(Call call, String key) {
    if (call == Call.PUT) {
      throw new OutOfMemoryError("of the test");
    }
  }

  @Test
  void i5_whoWaitsWhileItIsEvictedGetsWhatTheLoaderThrows() throws Throwable {
    Cache<Long, String> patient = patient();
    Caller<String> caller = Caller.of(() -> patient.get(1L, loader));
    loader.awaitStarted();
    there.evict(1L);
    loader.fail(FAILURE);
    assertThat(catchThrowable(caller::answer)).isSameAs(FAILURE);
    assertThat(patient.stats().staleHits()).isZero();
  }

  @Test
  void i5_whoGivesUpWaitingAfterItWasEvictedLoadsByItself() throws Throwable {
    Cache<Long, String> patient = patient();
    AtomicBoolean begun = new AtomicBoolean();
    Caller<String> caller =
        Caller.of(() -> patient.get(1L, key -> begun.getAndSet(true) ? "new" : loader.load(key)));
    loader.awaitStarted();
    there.evict(1L);
    caller.interrupt();
    assertThat(caller.answer()).isEqualTo("new");
    loader.give("old again");
    await(patient, cache -> cache.stats().refusedFills(), 1);
    assertThat(there.get(1L)).isEqualTo("new");
  }

  @Test
  void i5_whatAnotherHasPutMeanwhileIsServedAndNotTheOldValue() throws Throwable {
    Cache<Long, String> patient = patient();
    Caller<String> caller = Caller.of(() -> patient.get(1L, loader));
    loader.awaitStarted();
    there.put(1L, "put");
    caller.interrupt();
    assertThat(caller.answer()).isEqualTo("put");
    loader.give("old again");
  }

  @Test
  void i5_anEvictedValueIsNotServedByAProcessThatHasNotHeardOfIt() {
    Cache<Long, String> patient = patient();
    store.messages().drop();
    there.evict(1L);
    assertThat(catchThrowable(() -> patient.get(1L, LoadTimeoutTest::failing))).isSameAs(FAILURE);
  }

  @Test
  void i5_norWhereTheLoaderIsSlow() throws Throwable {
    Cache<Long, String> patient = patient();
    store.messages().drop();
    there.evict(1L);
    AtomicBoolean begun = new AtomicBoolean();
    Caller<String> caller =
        Caller.of(() -> patient.get(1L, key -> begun.getAndSet(true) ? "new" : loader.load(key)));
    loader.awaitStarted();
    caller.interrupt();
    assertThat(caller.answer()).isEqualTo("new");
    Caller<String> next = Caller.of(() -> patient.get(1L, loader)).awaitWaiting();
    loader.give("newer");
    assertThat(next.answer()).isEqualTo("newer");
    assertThat(patient.stats().staleHits()).isZero();
  }

  @Test
  void withNoOldValueAtHandCallersWait() throws Throwable {
    Caller<String> caller = Caller.of(() -> here.get(1L, loader));
    loader.awaitStarted();
    loader.give("one");
    assertThat(caller.answer()).isEqualTo("one");
    assertThat(here.stats().staleHits()).isZero();
  }

  @Test
  void i9_closingWaitsForWhatRunsAndDropsWhatDoesNot() throws Exception {
    staleEntry();
    here.get(1L, loader);
    loader.give("new");
    close();
    assertThat(here.stats().refreshes()).isEqualTo(1);
    assertThat(here.get(1L, key -> "by itself")).isEqualTo("by itself");
    assertThatThrownBy(
            () ->
                here.get(
                    1L,
                    key -> {
                      throw new IllegalStateException("no source");
                    }))
        .hasMessage("no source");
  }
}
