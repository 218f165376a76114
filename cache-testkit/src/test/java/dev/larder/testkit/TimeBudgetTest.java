package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheTimeoutException;
import dev.larder.CacheValidationException;
import dev.larder.ChainBuilder;
import dev.larder.Lookup;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that hangs, whether or not it knows of deadlines: nobody waits for it for ever. */
@Timeout(30)
class TimeBudgetTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final FakeStore fake = FakeStore.on(new FakeClock());
  private Store store = fake;
  private Duration readTimeout = SHORT;
  private Duration writeTimeout = SHORT;
  private Runnable release = () -> {};

  @AfterEach
  void letGo() {
    release.run();
  }

  private static Stream<Consumer<TimeBudgetTest>> stores() {
    return Stream.of(
        test -> test.store = test.fake, test -> test.store = new PlainStore(test.fake));
  }

  private CacheManager manager() {
    return CacheManager.builder().chain(CacheContract.CHAIN, this::budgeted).build();
  }

  private ChainBuilder budgeted(ChainBuilder chain) {
    return chain
        .distributed(store)
        .codec(new TextCodec())
        .readTimeout(readTimeout)
        .writeTimeout(writeTimeout);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void i2_aStoreThatHangsKeepsNoReaderAndNoWriter(Consumer<TimeBudgetTest> chosen) {
    chosen.accept(this);
    try (CacheManager manager = manager()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      release = fake.faults().everyCallHangs();
      assertThat(cache.get(1L, key -> "own")).isEqualTo("own");
      assertThat(cache.lookup(1L))
          .isInstanceOfSatisfying(
              Lookup.Failure.class,
              failure -> assertThat(failure.cause()).isInstanceOf(CacheTimeoutException.class));
      assertThatThrownBy(() -> cache.put(1L, "one")).isInstanceOf(CacheTimeoutException.class);
      assertThatThrownBy(() -> cache.evict(1L)).isInstanceOf(CacheTimeoutException.class);
      assertThat(manager.health().get(0).isUp()).isFalse();
      release.run();
    }
  }

  @ParameterizedTest
  @MethodSource("stores")
  void aStoreThatHungIsUsedAgain(Consumer<TimeBudgetTest> chosen) {
    chosen.accept(this);
    readTimeout = Duration.ofSeconds(2);
    writeTimeout = Duration.ofSeconds(2);
    try (CacheManager manager = manager()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      release = fake.faults().everyCallHangs();
      cache.lookup(1L);
      release.run();
      cache.put(2L, "two");
      assertThat(cache.get(2L)).isEqualTo("two");
    }
  }

  @Test
  void whoIsInterruptedWhileTheStoreHangsLoadsAndStaysInterrupted() throws Throwable {
    store = new PlainStore(fake);
    readTimeout = Duration.ofHours(1);
    try (CacheManager manager = manager()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      release = fake.faults().everyCallHangs();
      Caller<String> caller = Caller.of(() -> cache.get(1L, key -> "own") + interrupted());
      caller.awaitWaiting().interrupt();
      assertThat(caller.answer()).isEqualTo("own, interrupted");
    }
  }

  private static String interrupted() {
    return Thread.currentThread().isInterrupted() ? ", interrupted" : "";
  }

  @Test
  void i4_aLeaseThatIsGrantedTooLateIsGivenBack() throws InterruptedException {
    HeldLoader granting = new HeldLoader();
    CountDownLatch givenBack = new CountDownLatch(1);
    store = new LeasingStore(fake);
    release = () -> granting.give(null);
    try (CacheManager manager = manager()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      fake.faults().beforeCalls(HeldCalls.of(Call.READ_OR_LEASE, granting));
      fake.faults().afterCalls((call, key) -> countIf(call == Call.RELEASE, givenBack));
      assertThat(cache.get(1L, key -> "own")).isEqualTo("own");
      granting.give(null);
      givenBack.await();
      assertThat(fake.connect().tryLease(cache.keyText(1L), SHORT)).isInstanceOf(Granted.class);
    }
  }

  @Test
  void i2_aRefreshWhoseStoreHangsLoadsWithoutItAndItsLeaseIsGivenBack() throws Exception {
    HeldLoader granting = new HeldLoader();
    CountDownLatch givenBack = new CountDownLatch(1);
    FakeClock clock = new FakeClock();
    store = new LeasingStore(fake);
    writeTimeout = Duration.ofSeconds(20);
    release = () -> granting.give(null);
    try (CacheManager manager = agingManager(clock)) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      cache.put(1L, "old");
      clock.advance(Duration.ofMinutes(4));
      fake.faults().beforeCalls(HeldCalls.of(Call.TRY_LEASE, granting));
      fake.faults().afterCalls((call, key) -> countIf(call == Call.RELEASE, givenBack));
      HeldLoader loader = new HeldLoader();
      assertThat(cache.get(1L, loader)).isEqualTo("old");
      loader.awaitStarted();
      loader.give("new");
      granting.give(null);
      givenBack.await();
    }
  }

  private CacheManager agingManager(FakeClock clock) {
    return CacheManager.builder()
        .ticker(clock)
        .cache(
            "users", cache -> cache.ttl(Duration.ofMinutes(5)).refreshAfter(Duration.ofMinutes(4)))
        .chain(CacheContract.CHAIN, chain -> budgeted(chain.local(tier -> {})))
        .build();
  }

  @Test
  void i6_aPutThatIsDoneWhenNobodyWaitsForItIsEvicted() throws InterruptedException {
    store = new PlainStore(fake);
    HeldLoader putting = new HeldLoader();
    CountDownLatch evicted = new CountDownLatch(2);
    release = () -> putting.give(null);
    try (CacheManager manager = manager()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      fake.faults().beforeCalls(HeldCalls.of(Call.PUT, putting));
      fake.faults().afterCalls((call, key) -> countIf(call == Call.REMOVE, evicted));
      assertThatThrownBy(() -> cache.put(1L, "late")).isInstanceOf(CacheTimeoutException.class);
      while (evicted.getCount() == 2) {
        Thread.onSpinWait();
      }
      putting.give(null);
      evicted.await();
      assertThat(fake.get(cache.keyText(1L))).isNull();
    }
  }

  private static void countIf(boolean condition, CountDownLatch latch) {
    if (condition) {
      latch.countDown();
    }
  }

  @Test
  void aWalkThatHangsEnds() {
    store = new WalkingStore(fake);
    try (CacheManager manager = manager()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      release = fake.faults().everyCallHangs();
      assertThatThrownBy(() -> cache.evictMatching("*")).isInstanceOf(CacheTimeoutException.class);
      assertThatThrownBy(cache::clear).isInstanceOf(CacheTimeoutException.class);
      release.run();
    }
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    for (Consumer<ChainBuilder> nothing :
        List.<Consumer<ChainBuilder>>of(
            chain -> chain.readTimeout(Duration.ZERO),
            chain -> chain.writeTimeout(Duration.ZERO),
            chain -> chain.readTimeout(Duration.ofSeconds(-1)))) {
      assertThatThrownBy(() -> CacheManager.builder().chain("far", nothing))
          .isInstanceOf(CacheValidationException.class)
          .hasMessageContaining("Timeout");
    }
  }
}
