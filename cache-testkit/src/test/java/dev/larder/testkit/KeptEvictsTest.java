package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheConnectionException;
import dev.larder.CacheEvent.EvictsDelivered;
import dev.larder.CacheEvent.EvictsKept;
import dev.larder.CacheEvent.StoreRecovered;
import dev.larder.CacheException;
import dev.larder.CacheManager;
import dev.larder.CacheSettingsBuilder;
import dev.larder.KeyShape;
import dev.larder.Lookup;
import dev.larder.PartTypes;
import dev.larder.WriteResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a store has not confirmed is evicted as soon as it answers. */
class KeptEvictsTest extends LateWrites {
  private CacheManager aging = CacheManager.builder().build();

  KeptEvictsTest() {
    super("; what is cached is evicted as soon as that succeeds");
    open(Managers.over(store, true), Managers.over(store.connect(), true));
  }

  @AfterEach
  void closeAging() {
    store.faults().none();
    aging.close();
  }

  private void down() {
    store.faults().everyCallThrows(() -> new IllegalStateException("no route"));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void i6_aWriteThatWasNotConfirmedEvictsEverywhereOnceTheStoreAnswers(
      Consumer<Cache<Long, String>> write) throws InterruptedException {
    there().put(1L, "old");
    assertThat(here().get(1L)).isEqualTo("old");
    down();
    fails(write);
    assertThat(there().get(1L)).isEqualTo("old");
    store.faults().none();
    events.next(EvictsDelivered.class);
    assertThat(there().localHit(1L)).isNull();
    assertThat(there().get(1L)).isNull();
    assertThat(here().get(1L)).isNull();
    assertThat(here().stats().keptEvicts()).isZero();
  }

  @ParameterizedTest
  @MethodSource("writes")
  void i6_soDoesOneWhoseAnswerWasLost(Consumer<Cache<Long, String>> write)
      throws InterruptedException {
    there().put(1L, "old");
    here();
    store.faults().everyAnswerIsLost(() -> new IllegalStateException("timed out"));
    fails(write);
    store.faults().none();
    events.next(EvictsDelivered.class);
    assertThat(there().get(1L)).isNull();
    assertThat(here().get(1L)).isNull();
  }

  @Test
  void i6_aMessageThatWasNotSentIsSentLater() throws InterruptedException {
    there().put(1L, "old");
    here();
    refuse(Call.REMOVE, Call.REMOVE_ALL, Call.PUBLISH);
    fails(cache -> cache.evict(1L));
    store.faults().none();
    events.next(EvictsDelivered.class);
    assertThat(there().localHit(1L)).isNull();
  }

  /** Reads go on. */
  private void refuseEvicts() {
    refuse(Call.REMOVE, Call.REMOVE_ALL);
  }

  private void refuse(Call... calls) {
    store.faults().beforeCalls(RefusedCalls.only(calls));
  }

  @Test
  void i5_whileAKeyIsKeptItsEntryInTheStoreCountsForNone() throws InterruptedException {
    here().put(1L, "old");
    here().put(2L, "two");
    refuseEvicts();
    fails(cache -> cache.evict(1L));
    assertThat(here().stats().keptEvicts()).isEqualTo(1);
    assertThat(here().lookup(1L))
        .isInstanceOfSatisfying(
            Lookup.Failure.class,
            failure ->
                assertThat(failure.cause())
                    .hasMessage("the store fake has yet to confirm an evict of the key"));
    assertThat(here().getAll(List.of(1L, 2L))).isEqualTo(Map.of(2L, "two"));
    assertThat(here().contains(1L)).isFalse();
    assertThat(here().get(1L, key -> "new")).isEqualTo("new");
    assertThat(here().get(1L)).isEqualTo("new");
    assertThat(there().get(1L)).isEqualTo("old");
    store.faults().none();
    events.next(EvictsDelivered.class);
    assertThat(there().get(1L, key -> "new")).isEqualTo("new");
  }

  @Test
  void i5_whoAsksTheStoreAboutAKeptKeyIsToldThatNothingIsThere() {
    here().put(1L, "old");
    refuseEvicts();
    fails(cache -> cache.evict(1L));
    assertThat(here().touch(1L, Duration.ofMinutes(1))).isFalse();
    assertThat(here().timeToLive(1L)).isNull();
    assertThat(store.faults().count(Call.TOUCH)).isZero();
    assertThat(there().touch(1L, Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void i5_whatWouldDependOnAKeptKeysEntryFails() {
    here().put(1L, "old");
    refuseEvicts();
    fails(cache -> cache.evict(1L));
    assertThatThrownBy(() -> here().putIfAbsent(1L, "new"))
        .isInstanceOf(CacheConnectionException.class)
        .hasMessage("the store fake has yet to confirm an evict of the key");
    fails(cache -> cache.evict(1L, "old"));
    assertThat(there().get(1L)).isEqualTo("old");
  }

  @Test
  void i6_anEvictOfOneValueOfAKeptKeyEvictsWhicheverIsThere() {
    here().put(1L, "old");
    refuseEvicts();
    fails(cache -> cache.evict(1L));
    // The background still cannot.
    refuse(Call.REMOVE_ALL);
    there().put(1L, "put between");
    assertThat(here().evict(1L, "another")).isFalse();
    assertThat(there().get(1L)).isNull();
    assertThat(store.faults().count(Call.REMOVE_IF)).isZero();
    assertThat(here().stats().keptEvicts()).isEqualTo(1);
  }

  private Cache<Long, String> aging(Consumer<CacheSettingsBuilder> settings) {
    aging =
        CacheManager.builder()
            .ticker(clock)
            .chain(CacheContract.CHAIN, Managers.over(store, true))
            .cache("users", settings)
            .build();
    return aging.cache(CacheContract.USERS.ttl(Duration.ofMinutes(5)));
  }

  @Test
  void i5_whereValuesGrowStaleAKeptKeyIsNotTouchedEither() {
    Cache<Long, String> cache = aging(each -> each.staleTtl(Duration.ofMinutes(5)));
    cache.put(1L, "old");
    refuseEvicts();
    assertThat(cache.failSafe().evict(1L)).isInstanceOf(WriteResult.Failed.class);
    assertThat(cache.touch(1L, Duration.ofMinutes(1))).isFalse();
  }

  @Test
  void i5_aRefreshDoesNotTakeAKeptKeysEntryForTheNewerOne() {
    Cache<Long, String> cache = aging(each -> each.refreshAfter(Duration.ofMinutes(4)));
    there().put(1L, "old", Duration.ofHours(1));
    refuseEvicts();
    assertThat(cache.failSafe().evict(1L)).isInstanceOf(WriteResult.Failed.class);
    assertThat(cache.get(1L, key -> "new")).isEqualTo("new");
    clock.advance(Duration.ofMinutes(4));
    assertThat(cache.get(1L, key -> "newer")).isEqualTo("new");
    Soon.until(() -> !"new".equals(cache.get(1L)));
    assertThat(cache.get(1L)).isEqualTo("newer");
  }

  @Test
  void i5_aLoadThatEndsAfterItsKeyIsKeptFillsNothing() throws Throwable {
    here();
    HeldLoader loader = new HeldLoader();
    Caller<String> reader = Caller.of(() -> here().get(1L, loader));
    loader.awaitStarted();
    refuseEvicts();
    fails(cache -> cache.evict(1L));
    loader.give("old");
    assertThat(reader.answer()).isEqualTo("old");
    assertThat(store.faults().count(Call.FILL)).isZero();
    assertThat(here().localHit(1L)).isNull();
    store.faults().none();
    events.next(EvictsDelivered.class);
    assertThat(here().get(1L)).isNull();
  }

  @Test
  void whatWasKeptIsDeliveredBeforeTheStoreIsAskedAgain() throws InterruptedException {
    there().put(1L, "old");
    here();
    down();
    evictUntilGivenUp();
    assertThat(here().stats().keptEvicts()).isEqualTo(20);
    store.faults().none();
    events.next(StoreRecovered.class);
    assertThat(here().stats().keptEvicts()).isZero();
    assertThat(events.all()).contains(new EvictsDelivered("users", 20));
    assertThat(there().get(1L)).isNull();
  }

  @Test
  void i6_untilItIsDeliveredNobodyReadsFromTheStore() throws InterruptedException {
    here();
    down();
    evictUntilGivenUp();
    HeldLoader delivery = new HeldLoader();
    store.faults().beforeCalls(HeldCalls.of(Call.REMOVE_ALL, delivery));
    delivery.awaitStarted();
    Lookup<String> meanwhile = here().lookup(100L);
    delivery.give(null);
    assertThat(meanwhile)
        .isInstanceOfSatisfying(
            Lookup.Failure.class,
            failure -> assertThat(failure.cause()).hasMessageContaining("is not asked since"));
    events.next(StoreRecovered.class);
    assertThat(here().lookup(100L)).isInstanceOf(Lookup.Miss.class);
  }

  @Test
  void anEvictThatIsKeptTwiceIsDeliveredOnce() throws InterruptedException {
    here();
    refuseEvicts();
    fails(cache -> cache.evict(1L));
    fails(cache -> cache.evict(1L));
    assertThat(here().stats().keptEvicts()).isEqualTo(1);
    store.faults().none();
    assertThat(events.next(EvictsKept.class)).isEqualTo(new EvictsKept("users", 1));
    assertThat(events.next(EvictsDelivered.class)).isEqualTo(new EvictsDelivered("users", 1));
  }

  @Test
  void ofTooManyTheCacheIsCleared() throws InterruptedException {
    there().put(-1L, "never evicted by itself");
    here();
    down();
    List<Long> keys = LongStream.range(0, MORE_THAN_KEPT).boxed().toList();
    fails(cache -> cache.evictAll(keys));
    assertThat(here().stats().keptEvicts()).isEqualTo(1);
    assertThat(events.next(EvictsKept.class)).isEqualTo(new EvictsKept("users", -1));
    assertThat(here().lookup(-1L)).isInstanceOf(Lookup.Failure.class);
    store.faults().none();
    assertThat(events.next(EvictsDelivered.class)).isEqualTo(new EvictsDelivered("users", -1));
    assertThat(there().get(-1L)).isNull();
  }

  @Test
  void i6_whatIsKeptWhileItIsDeliveredIsDeliveredAgain() throws Throwable {
    here();
    refuseEvicts();
    fails(cache -> cache.evict(1L));
    HeldLoader delivery = new HeldLoader();
    store.faults().afterCalls(HeldCalls.of(Call.REMOVE_ALL, delivery));
    refuse(Call.REMOVE);
    delivery.awaitStarted();
    there().put(1L, "put between");
    fails(cache -> cache.evict(1L));
    delivery.give(null);
    events.next(EvictsDelivered.class);
    assertThat(there().get(1L)).isNull();
  }

  /** A thousand keys are given to the store at a time. */
  @Test
  void i6_whatAFailedBulkDidNotComeToIsEvictedToo() throws InterruptedException {
    there().put(2_500L, "old");
    here();
    int[] calls = {0};
    store
        .faults()
        .beforeCalls(
            (call, key) -> {
              if (call == Call.PUT_ALL && ++calls[0] == 2) {
                store.faults().none();
                throw new IllegalStateException("not now");
              }
            });
    Map<Long, String> puts = new LinkedHashMap<>();
    LongStream.range(0, 3_000).forEach(key -> puts.put(key, "new"));
    fails(cache -> cache.putAll(puts));
    events.next(EvictsDelivered.class);
    assertThat(there().get(2_500L)).isNull();
  }

  @Test
  void aCacheThatIsNotOpenHereIsEvictedLaterToo() throws InterruptedException {
    there().put(1L, "old");
    down();
    var named = here.named("users", KeyShape.single(PartTypes.LONG));
    assertThat(named.evict(1L)).isInstanceOf(WriteResult.Failed.class);
    assertThat(here.named("users").clear()).isInstanceOf(WriteResult.Failed.class);
    store.faults().none();
    events.next(EvictsDelivered.class);
    assertThat(there().get(1L)).isNull();
    assertThat(here().get(1L)).isNull();
  }

  @Test
  void i9_closingDeliversWhatIsKeptIfTheStoreAnswers() {
    there().put(1L, "old");
    here();
    down();
    here().failSafe().evict(1L);
    store.faults().none();
    here.close();
    assertThat(there().get(1L)).isNull();
  }

  @Test
  void i9_closingEndsThoughTheStoreDoesNotAnswer() throws InterruptedException {
    here();
    down();
    here().failSafe().evict(1L);
    here.close();
    Threads.awaitEnd("larder-recovery");
  }

  @ParameterizedTest
  @MethodSource("writes")
  void i9_aWriteThatFailsAfterTheCloseSaysThatItIsNotTriedAgain(
      Consumer<Cache<Long, String>> write) {
    Cache<Long, String> closed = here();
    here.close();
    try (LoggedLines lines = LoggedLines.open()) {
      for (Consumer<Cache<Long, String>> each : List.of(write, cache -> cache.evict(2L))) {
        assertThatThrownBy(() -> each.accept(closed))
            .isInstanceOf(CacheConnectionException.class)
            .hasMessageEndingWith("; it is not tried again, as the cache manager is closed");
      }
      assertThat(lines.all())
          .containsOnlyOnce(
              "WARNING an evict of users has failed after its cache manager was closed: neither it"
                  + " nor any after it is tried again");
    }
  }

  @Test
  void whatAStoreCanNeverDoIsNotTriedAgain() {
    FakeStore other = store.connect();
    try (CacheManager plain =
        CacheManager.builder()
            .chain(CacheContract.CHAIN, Managers.over(new PlainStore(other), false))
            .build()) {
      Cache<Long, String> cache = plain.cache(CacheContract.USERS);
      assertThatThrownBy(cache::clear)
          .isInstanceOf(CacheException.class)
          .hasMessageContaining("cannot clear a cache");
      assertThat(cache.stats().keptEvicts()).isZero();
    }
  }
}
