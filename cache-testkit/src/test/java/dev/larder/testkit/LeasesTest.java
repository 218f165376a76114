package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Lease;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Leases of slow holders, and caches that go without. */
class LeasesTest extends Managers {
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Duration THIRD = LEASE.dividedBy(3).plusNanos(1);
  private final HeldLoader loader = new HeldLoader();
  private final AtomicInteger renewals = new AtomicInteger();

  LeasesTest() {
    super(2, store -> over(store, true));
    store.faults().afterCalls(this::countRenewal);
  }

  private void countRenewal(Call call, String key) {
    if (call == Call.RENEW) {
      renewals.incrementAndGet();
    }
  }

  private Caller<String> loadHere() throws InterruptedException {
    Caller<String> caller = Caller.of(() -> here().get(1L, loader));
    loader.awaitStarted();
    return caller;
  }

  /** Awaits what the store has done, not what it was asked: time must not pass in between. */
  private void awaitRenewals(int count) throws InterruptedException {
    Soon.until(() -> renewals.get() >= count);
  }

  @Test
  void i4_aSlowHoldersLeaseIsRenewedAndItsFillIsAccepted() throws Throwable {
    Caller<String> first = loadHere();
    for (int thirds = 1; thirds <= 6; thirds++) {
      elapse(THIRD);
      awaitRenewals(thirds);
    }
    loader.give("slow");
    assertThat(first.answer()).isEqualTo("slow");
    assertThat(there().get(1L)).isEqualTo("slow");
    assertThat(here().stats().refusedFills()).isZero();
  }

  @Test
  void i4_whoWaitsForASlowHolderWaitsForTwoLeaseTimesAndThenLoadsWithoutKeeping() throws Throwable {
    Caller<String> first = loadHere();
    elapse(THIRD);
    awaitRenewals(1);
    Caller<String> second =
        Caller.<String>of(() -> there().get(1L, key -> "my own")).awaitWaiting();
    for (int thirds = 2; thirds <= 7; thirds++) {
      assertThat(second.isDone()).isFalse();
      elapse(THIRD);
      awaitRenewals(Math.min(thirds, 6));
    }
    assertThat(second.answer()).isEqualTo("my own");
    loader.give("slow");
    assertThat(first.answer()).isEqualTo("slow");
    assertThat(there().get(1L)).isEqualTo("slow");
  }

  @Test
  void i2_theLastQuestionOfWhoWaitsHasItsTimeWithinTheTwoLeaseTimes() throws Throwable {
    Duration most = Duration.ofSeconds(2);
    try (CacheManager slow =
        manager(over(store.connect(), true).andThen(chain -> chain.readTimeout(most)))) {
      Caller<String> first = loadHere();
      Caller<String> second =
          Caller.<String>of(() -> slow.<Long, String>cache(USERS).get(1L, key -> "my own"))
              .awaitWaiting();
      for (int thirds = 1; thirds <= 5; thirds++) {
        elapse(THIRD);
        awaitRenewals(thirds);
      }
      elapse(LEASE.multipliedBy(2).minus(most).minus(THIRD.multipliedBy(5)));
      assertThat(second.answer()).isEqualTo("my own");
      loader.give("slow");
      assertThat(first.answer()).isEqualTo("slow");
    }
  }

  @Test
  void i4_howeverLongAReadMayTakeWhoWaitsOutwaitsAHolderThatDied() throws Throwable {
    FakeStore connection = store.connect();
    try (CacheManager slow =
        manager(
            over(connection, true).andThen(chain -> chain.readTimeout(LEASE.multipliedBy(3))))) {
      Cache<Long, String> waiting = slow.cache(USERS);
      Lease dying = ((Granted) store.readOrLease(waiting.keyText(1L), LEASE)).lease();
      Caller<String> caller =
          Caller.<String>of(() -> waiting.get(1L, key -> "next")).awaitWaiting();
      elapse(LEASE.dividedBy(2));
      assertThat(dying.renew(LEASE)).isTrue();
      elapse(LEASE.dividedBy(2).plusSeconds(1));
      long asked = connection.faults().count(Call.READ_OR_LEASE);
      Soon.until(() -> connection.faults().count(Call.READ_OR_LEASE) >= asked + 2);
      elapse(LEASE.dividedBy(2));
      assertThat(caller.answer()).isEqualTo("next");
      assertThat(there().get(1L)).isEqualTo("next");
    }
  }

  @Test
  void aHolderThatHangsIsRenewedSixTimesAndThenItsLeaseEnds() throws Throwable {
    Caller<String> first = loadHere();
    for (int thirds = 1; thirds <= 6; thirds++) {
      elapse(THIRD);
      awaitRenewals(thirds);
    }
    elapse(LEASE);
    assertThat(there().get(1L, key -> "next")).isEqualTo("next");
    loader.give("late");
    assertThat(first.answer()).isEqualTo("late");
    assertThat(store.faults().count(Call.RENEW)).isEqualTo(6);
    assertThat(there().get(1L)).isEqualTo("next");
  }

  @Test
  void i5_aLeaseThatAnEvictHasBrokenIsNotRenewedIntoLife() throws Throwable {
    Caller<String> first = loadHere();
    there().evict(1L);
    elapse(THIRD);
    awaitRenewals(1);
    loader.give("old");
    assertThat(first.answer()).isEqualTo("old");
    assertThat(there().get(1L)).isNull();
  }

  @Test
  void withoutLeasesEachProcessLoadsAndEitherFills() throws Throwable {
    try (CacheManager one = unleased(store);
        CacheManager other = unleased(store.connect())) {
      Cache<Long, String> cache = one.cache(USERS);
      Caller<String> first = Caller.of(() -> cache.get(1L, loader));
      loader.awaitStarted();
      assertThat(other.<Long, String>cache(USERS).get(1L, key -> "two")).isEqualTo("two");
      loader.give("one");
      assertThat(first.answer()).isEqualTo("one");
      assertThat(there().get(1L)).isEqualTo("one");
      assertThat(store.faults().count(Call.READ_OR_LEASE)).isZero();
      assertThat(store.faults().count(Call.FILL)).isZero();
    }
  }

  @Test
  void i5_withoutLeasesAWriteOfTheSameProcessStillKeepsAnOlderLoadAway() throws Throwable {
    try (CacheManager one = unleased(store)) {
      Cache<Long, String> cache = one.cache(USERS);
      Caller<String> first = Caller.of(() -> cache.get(1L, loader));
      loader.awaitStarted();
      cache.evict(1L);
      loader.give("old");
      assertThat(first.answer()).isEqualTo("old");
      assertThat(cache.get(1L)).isNull();
    }
  }

  private CacheManager unleased(FakeStore connection) {
    return CacheManager.builder()
        .ticker(clock)
        .chain(CHAIN, over(connection, true))
        .cache("users", users -> users.leases(false))
        .build();
  }
}
