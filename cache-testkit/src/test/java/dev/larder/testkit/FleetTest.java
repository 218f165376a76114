package dev.larder.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.larder.CacheTimeoutException;
import dev.larder.spi.Messaging.Listener;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What two processes do about one missing key. */
class FleetTest extends Managers {
  private static final Duration LEASE = Duration.ofSeconds(10);

  FleetTest() {
    super(2, store -> over(store, true));
  }

  private final HeldLoader loader = new HeldLoader();

  private Caller<String> loadHere() throws InterruptedException {
    Caller<String> caller = Caller.of(() -> here().get(1L, loader));
    loader.awaitStarted();
    return caller;
  }

  private Caller<String> waitThere(String own) throws InterruptedException {
    return Caller.<String>of(() -> there().get(1L, key -> own)).awaitWaiting();
  }

  @Test
  void i4_oneLoadsAndTheOtherWaitsForItsValue() throws Throwable {
    Caller<String> first = loadHere();
    Caller<String> second = waitThere("not asked");
    loader.give("one");
    assertThat(first.answer()).isEqualTo("one");
    assertThat(second.answer()).isEqualTo("one");
    assertThat(there().stats().loads()).isZero();
    assertThat(there().stats().distributedHits()).isEqualTo(1);
    assertThat(there().stats().leaseWaits()).isEqualTo(1);
    assertThat(here().stats().leaseWaits()).isZero();
  }

  @Test
  void i3_afterALoaderFailedTheOtherLoadsAtOnce() throws Throwable {
    Caller<String> first = loadHere();
    Caller<String> second = waitThere("two");
    IllegalStateException failure = new IllegalStateException("no source");
    loader.fail(failure);
    assertThat(catchThrowable(first::answer)).isSameAs(failure);
    assertThat(second.answer()).isEqualTo("two");
    assertThat(here().get(1L)).isEqualTo("two");
  }

  @Test
  void afterALoaderFoundNothingToKeepTheOtherLoadsAtOnce() throws Throwable {
    Caller<String> first = loadHere();
    Caller<String> second = waitThere("two");
    loader.give(null);
    assertThat(first.answer()).isNull();
    assertThat(second.answer()).isEqualTo("two");
  }

  @Test
  void i4_whenTheLeaseEndsTheOtherLoadsAndTheLateFillIsRefused() throws Throwable {
    Caller<String> first = loadHere();
    Caller<String> second = waitThere("two");
    elapse(LEASE);
    assertThat(second.answer()).isEqualTo("two");
    loader.give("late");
    assertThat(first.answer()).isEqualTo("late");
    assertThat(here().get(1L)).isEqualTo("two");
    assertThat(here().stats().refusedFills()).isEqualTo(1);
  }

  @Test
  void i5_anEvictLetsTheOtherLoadAtOnce() throws Throwable {
    Caller<String> first = loadHere();
    Caller<String> second = waitThere("new");
    there().evict(1L);
    assertThat(second.answer()).isEqualTo("new");
    loader.give("old");
    assertThat(first.answer()).isEqualTo("old");
    assertThat(here().get(1L)).isEqualTo("new");
  }

  @Test
  void anInterruptedWaiterLoadsByItselfAndKeepsNothing() throws Throwable {
    Caller<String> first = loadHere();
    Caller<String> second = waitThere("my own");
    second.interrupt();
    assertThat(second.answer()).isEqualTo("my own");
    loader.give("one");
    assertThat(first.answer()).isEqualTo("one");
    assertThat(there().get(1L)).isEqualTo("one");
  }

  @Test
  void loadersOfTwoProcessesThatAskForEachOthersKeysEndWithTheirLeases() throws Throwable {
    HeldLoader other = new HeldLoader();
    Caller<String> first =
        Caller.of(() -> here().get(1L, key -> loader.load(key) + here().get(2L, k -> "two")));
    Caller<String> second =
        Caller.of(() -> there().get(2L, key -> other.load(key) + there().get(1L, k -> "one")));
    loader.awaitStarted();
    other.awaitStarted();
    loader.give("one of ");
    other.give("two of ");
    first.awaitWaiting();
    second.awaitWaiting();
    elapse(LEASE);
    assertThat(first.answer()).isEqualTo("one of two");
    assertThat(second.answer()).isEqualTo("two of one");
  }

  @Test
  void puttingWhatIsAbsentWaitsForALoadAndGivesItsValue() throws Throwable {
    Caller<String> first = loadHere();
    Caller<String> second = Caller.<String>of(() -> there().putIfAbsent(1L, "two")).awaitWaiting();
    loader.give("one");
    assertThat(first.answer()).isEqualTo("one");
    assertThat(second.answer()).isEqualTo("one");
  }

  @Test
  void puttingWhatIsAbsentFailsWhenItsThreadIsInterrupted() throws Throwable {
    loadHere();
    Caller<String> second = Caller.<String>of(() -> there().putIfAbsent(1L, "two")).awaitWaiting();
    second.interrupt();
    assertThatThrownBy(second::answer)
        .isInstanceOfSatisfying(
            CacheTimeoutException.class,
            thrown -> assertThat(thrown.storeName()).isEqualTo("fake"));
    loader.give("one");
  }

  @Test
  void aWaiterEndsThoughTheStoreTellsNonsenseOfTheLease() throws Throwable {
    for (Duration rest : new Duration[] {Duration.ofDays(10_000), Duration.ZERO, LEASE.negated()}) {
      try (var manager = manager(over(new HoldingStore(rest), false))) {
        Caller<String> caller = Caller.<String>of(() -> manager.cache(USERS).get(1L, key -> "own"));
        caller.awaitWaiting();
        elapse(LEASE.multipliedBy(2));
        assertThat(caller.answer()).isEqualTo("own");
      }
    }
  }

  @Test
  void whoWaitsForALoadIsToldOfItsEndAndNobodyElse() throws Throwable {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    store.subscribe(
        "larder:1:users:~evict",
        new Listener() {
          @Override
          public void heard(long number, byte[] message) {
            told.add(
                (number == 0 ? "uncounted " : "counted ")
                    + message[16]
                    + " "
                    + new String(message, 21, message.length - 21, UTF_8));
          }

          @Override
          public void interrupted() {}
        });
    here().get(2L, key -> "nobody waits");
    Caller<String> first = loadHere();
    Caller<String> second = waitThere("not asked");
    loader.give("one");
    assertThat(second.answer()).isEqualTo("one");
    assertThat(first.answer()).isEqualTo("one");
    there().evict(1L);
    assertThat(told).containsExactly("uncounted 3 larder:1:users:1", "counted 1 larder:1:users:1");
  }
}
