package dev.larder.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * What happens while an answer or a message of the store is on its way (the anomalies A2, A3, A4,
 * A6, A12 of two-tier caches).
 */
class ArrivalTest extends Managers {
  private static final String CHANNEL = "larder:1:users:~evict";

  ArrivalTest() {
    super(2, store -> over(store, true));
  }

  /** Runs once, when the store has done the call, and before its answer arrives here. */
  private void whileOnItsWay(Call call, Runnable action) {
    store.faults().afterCalls((made, key) -> once(call, made, action));
  }

  private void beforeItReachesTheStore(Call call, Runnable action) {
    store.faults().beforeCalls((made, key) -> once(call, made, action));
  }

  private void once(Call call, Call made, Runnable action) {
    if (made == call) {
      store.faults().none();
      action.run();
    }
  }

  @Test
  void i5_aValueThatWasEvictedWhileOnItsWayIsNotKept() {
    there().put(1L, "old");
    whileOnItsWay(Call.READ_OR_LEASE, () -> there().evict(1L));
    assertThat(here().get(1L, key -> "loaded")).isEqualTo("old");
    assertThat(here().localHit(1L)).isNull();
    there().put(1L, "old");
    whileOnItsWay(Call.READ, () -> there().evict(1L));
    assertThat(here().get(1L)).isEqualTo("old");
    assertThat(here().localHit(1L)).isNull();
  }

  @Test
  void whoOnlyLooksKeepsNoLoaderWaiting() throws Throwable {
    assertKeepsNobodyWaiting(Call.READ, () -> here().get(1L));
    here().evict(1L);
    assertKeepsNobodyWaiting(Call.READ_ALL, () -> here().getAll(List.of(1L)).get(1L));
  }

  private void assertKeepsNobodyWaiting(Call read, Callable<String> look) throws Throwable {
    HeldLoader held = new HeldLoader();
    store.faults().beforeCalls(HeldCalls.of(read, held));
    Caller<String> looking = Caller.of(look);
    held.awaitStarted();
    assertThat(here().get(1L, key -> "one")).isEqualTo("one");
    assertThat(looking.isDone()).isFalse();
    held.give("go on");
    assertThat(looking.answer()).isEqualTo("one");
    assertThat(here().localHit(1L)).isEqualTo("one");
  }

  @Test
  void i5_aValueThatWasReplacedWhileOnItsWayIsNotKept() {
    there().put(1L, "old");
    whileOnItsWay(Call.READ_OR_LEASE, () -> there().put(1L, "new"));
    assertThat(here().get(1L, key -> "loaded")).isEqualTo("old");
    assertThat(here().get(1L)).isEqualTo("new");
  }

  @Test
  void i7_timeOnTheWayIsNotLivedTwice() {
    there().put(1L, "one", Duration.ofSeconds(60));
    whileOnItsWay(Call.READ_OR_LEASE, () -> elapse(Duration.ofSeconds(50)));
    assertThat(here().get(1L, key -> "loaded")).isEqualTo("one");
    elapse(Duration.ofSeconds(10));
    assertThat(here().localHit(1L)).isNull();
  }

  @Test
  void i7_timeOnTheWayOfALookUpIsNotLivedTwice() {
    there().put(1L, "one", Duration.ofSeconds(60));
    whileOnItsWay(Call.READ, () -> elapse(Duration.ofSeconds(50)));
    assertThat(here().get(1L)).isEqualTo("one");
    elapse(Duration.ofSeconds(10));
    assertThat(here().localHit(1L)).isNull();
  }

  @Test
  void i7_anEntryDoesNotOutliveInTheLocalTierWhatAPutStored() {
    here();
    whileOnItsWay(Call.PUT, () -> elapse(Duration.ofSeconds(50)));
    here().put(1L, "one", Duration.ofSeconds(60));
    elapse(Duration.ofSeconds(10));
    assertThat(here().localHit(1L)).isNull();
  }

  @Test
  void i7_anEntryDoesNotOutliveInTheLocalTierWhatAFillStored() {
    Cache<Long, String> cache = here(USERS.ttl(Duration.ofSeconds(60)));
    whileOnItsWay(Call.FILL, () -> elapse(Duration.ofSeconds(50)));
    cache.get(1L, key -> "one");
    elapse(Duration.ofSeconds(10));
    assertThat(cache.localHit(1L)).isNull();
  }

  @Test
  void i5_ofTwoPutsTheStoresLastIsWhatBothServe() {
    there();
    whileOnItsWay(Call.PUT, () -> there().put(1L, "second"));
    here().put(1L, "first");
    assertThat(here().get(1L)).isEqualTo("second");
    assertThat(there().get(1L)).isEqualTo("second");
  }

  @Test
  void i5_ofTwoPutsTheLateOneIsWhatBothServe() {
    there();
    beforeItReachesTheStore(Call.PUT, () -> there().put(1L, "first"));
    here().put(1L, "second");
    assertThat(here().get(1L)).isEqualTo("second");
    assertThat(there().get(1L)).isEqualTo("second");
  }

  @Test
  void i5_ofTwoPutsOfOneProcessTheStoresLastIsServed() throws Throwable {
    for (boolean early : new boolean[] {true, false}) {
      AtomicBoolean first = new AtomicBoolean(true);
      HeldLoader held = new HeldLoader();
      java.util.function.BiConsumer<Call, String> hold =
          (call, key) -> {
            if (call == Call.PUT && first.compareAndSet(true, false)) {
              HeldCalls.await(held);
            }
          };
      if (early) {
        store.faults().beforeCalls(hold);
      } else {
        store.faults().afterCalls(hold);
      }
      Caller<String> caller =
          Caller.of(
              () -> {
                here().put(1L, "first");
                return "put";
              });
      held.awaitStarted();
      here().put(1L, "second");
      held.give("go on");
      caller.answer();
      store.faults().none();
      String stored = early ? "first" : "second";
      assertThat(here().get(1L)).isEqualTo(stored);
      assertThat(there().get(1L)).isEqualTo(stored);
    }
  }

  @Test
  void i5_aPutThatAnEvictOvertookIsNotServedFromTheLocalTier() {
    here();
    whileOnItsWay(Call.PUT, () -> there().evict(1L));
    here().put(1L, "one");
    assertThat(here().get(1L)).isNull();
  }

  @Test
  void i5_aPutThatAClearOvertookIsNotServedFromTheLocalTier() {
    here();
    whileOnItsWay(Call.PUT, () -> there().clear());
    here().put(1L, "one");
    assertThat(here().get(1L)).isNull();
  }

  @Test
  void i5_whatIsPutIfAbsentAndEvictedMeanwhileIsNotServedFromTheLocalTier() {
    here();
    whileOnItsWay(Call.FILL, () -> there().evict(1L));
    assertThat(here().putIfAbsent(1L, "one")).isNull();
    assertThat(here().get(1L)).isNull();
  }

  @Test
  void i5_whatIsLoadedAndEvictedMeanwhileIsNotServedFromTheLocalTier() {
    here();
    whileOnItsWay(Call.FILL, () -> there().evict(1L));
    assertThat(here().get(1L, key -> "one")).isEqualTo("one");
    assertThat(here().get(1L)).isNull();
  }

  @Test
  void i6_untilItsMessageArrivesAnEvictedValueMayBeServedAndThenNot() {
    here().put(1L, "one");
    store.messages().hold();
    there().evict(1L);
    assertThat(here().get(1L)).isEqualTo("one");
    assertThat(there().get(1L)).isNull();
    store.messages().deliver();
    assertThat(here().get(1L)).isNull();
  }

  @Test
  void i6_whenAMessageIsLostTheLocalTimeToLiveIsTheBound() {
    Cache<Long, String> cache = here(USERS.localTtl(Duration.ofSeconds(5)));
    cache.put(1L, "one");
    store.messages().drop();
    there().put(1L, "two");
    elapse(Duration.ofSeconds(5));
    assertThat(cache.get(1L)).isEqualTo("two");
  }

  @Test
  void aPartysOwnMessagesDoNotDropWhatItPut() {
    here();
    store.messages().hold();
    here().put(1L, "one");
    store.messages().deliver();
    assertThat(here().localHit(1L)).isEqualTo("one");
  }

  @Test
  void fillsTellNobody() {
    there();
    store.messages().hold();
    here().get(1L, key -> "one");
    there().get(1L);
    assertThat(store.messages().held()).isZero();
  }

  @Test
  void aMessageThatNobodyUnderstandsEmptiesTheLocalTier() {
    byte[] strange = new byte[40];
    byte[] malformed = Arrays.copyOf(strange, 30);
    malformed[16] = 1;
    byte[] notOurs = Arrays.copyOf(malformed, 17 + 16);
    System.arraycopy("larder:1:users:x".getBytes(UTF_8), 0, notOurs, 17, 16);
    for (byte[] message : new byte[][] {strange, malformed, notOurs, new byte[0]}) {
      here().put(1L, "one");
      long failures = here().stats().storeFailures();
      otherStore.publish(CHANNEL, message);
      assertThat(here().localHit(1L)).isNull();
      assertThat(here().stats().storeFailures()).isEqualTo(failures + 1);
      assertThat(here().get(1L)).isEqualTo("one");
    }
  }

  @Test
  void aManagerThatOnlyClearsIsNoHindranceToOthersMessages() {
    try (CacheManager clearing = manager(over(store.connect(), true))) {
      Cache<Object, Object> cache = clearing.cache(CacheSpec.of(CHAIN, "users"));
      here().put(1L, "one");
      here().evict(1L);
      here().put(2L, "two");
      cache.clear();
      assertThat(here().get(2L)).isNull();
    }
  }

  @Test
  void aManagerThatOnlyEvictsReachesTheOthers() {
    try (CacheManager evicting = manager(over(store.connect(), true))) {
      Cache<Long, Object> cache =
          evicting.cache(CacheSpec.of(CHAIN, "users", KeyShape.single(PartTypes.LONG)));
      here().put(1L, "one");
      cache.evict(1L);
      assertThat(here().get(1L)).isNull();
    }
  }
}
