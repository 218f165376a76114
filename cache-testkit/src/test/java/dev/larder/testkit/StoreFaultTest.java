package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.larder.Cache;
import dev.larder.CacheConnectionException;
import dev.larder.CacheException;
import dev.larder.CacheManager;
import dev.larder.CacheTimeoutException;
import dev.larder.Lookup;
import dev.larder.WriteResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers see of a store that fails. */
class StoreFaultTest extends Managers {
  StoreFaultTest() {
    super(2, store -> over(store, true));
  }

  static Stream<Throwable> faults() {
    return Stream.of(
        new IllegalStateException("down"),
        new IOException("not declared"),
        new NoClassDefFoundError("client/Missing"),
        new StackOverflowError(),
        new AssertionError("in the client"));
  }

  private Cache<Long, String> down() {
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    return here();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void i2_readsAnswerWhatTheLoaderGives(Throwable fault) {
    here();
    store.faults().everyCallThrows(() -> fault);
    assertThat(here().get(1L, key -> "own")).isEqualTo("own");
    assertThat(here().refresh(2L, key -> "own")).isEqualTo("own");
    assertThat(here().get(3L, key -> null)).isNull();
    assertThat(here().get(4L)).isNull();
    assertThat(here().lookup(4L)).isInstanceOf(Lookup.Failure.class);
    assertThat(here().contains(4L)).isFalse();
    assertThat(here().timeToLive(4L)).isNull();
    assertThat(here().getAll(List.of(4L, 5L))).isEmpty();
    assertThat(here().stats().storeFailures()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void i2_answersThatAreLostDoNotReachReaders(Throwable fault) {
    here();
    store.faults().everyAnswerIsLost(() -> fault);
    assertThat(here().get(1L, key -> "own")).isEqualTo("own");
    assertThat(here().lookup(4L)).isInstanceOf(Lookup.Failure.class);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void writesThrowTheFaultAsACacheException(Throwable fault) {
    for (Consumer<Cache<Long, String>> write : writes()) {
      FakeStore connection = store.connect();
      try (CacheManager manager = manager(over(connection, true))) {
        Cache<Long, String> cache = manager.cache(USERS);
        connection.faults().everyCallThrows(() -> fault);
        CacheException thrown =
            catchThrowableOfType(CacheException.class, () -> write.accept(cache));
        assertThat(thrown).isInstanceOf(CacheConnectionException.class).hasCause(fault);
        assertThat(thrown.storeName()).isEqualTo("fake");
        assertThat(thrown.isRetryable()).isTrue();
      }
    }
  }

  private static List<Consumer<Cache<Long, String>>> writes() {
    return List.of(
        cache -> cache.put(1L, "one"),
        cache -> cache.put(1L, "one", Duration.ofMinutes(1)),
        cache -> cache.putAll(Map.of(1L, "one")),
        cache -> cache.touch(1L, Duration.ofMinutes(1)),
        cache -> cache.evict(1L),
        cache -> cache.evict(1L, "one"),
        cache -> cache.evictAll(List.of(1L)),
        cache -> cache.evictMatching("*"),
        cache -> cache.clear());
  }

  @Test
  void puttingWhatIsAbsentThrowsTheFaultToo() {
    Cache<Long, String> cache = down();
    assertThatThrownBy(() -> cache.putIfAbsent(1L, "one"))
        .isInstanceOf(CacheConnectionException.class);
  }

  @Test
  void puttingWhatIsAbsentEndsWhereTheStoreRefusesEachFill() {
    here();
    store.faults().beforeCalls(this::breakTheLeaseOfAFill);
    assertThatThrownBy(() -> here().putIfAbsent(1L, "one"))
        .isInstanceOf(CacheTimeoutException.class)
        .hasMessage("the store has refused the value 8 times");
    assertThat(here().localHit(1L)).isNull();
  }

  /** Up to a number of fills that nobody waits for: the test is to fail then, not to hang. */
  private void breakTheLeaseOfAFill(Call call, String key) {
    if (call == Call.FILL) {
      assertThat(store.faults().count(Call.FILL)).isLessThan(1000);
      otherStore.remove(key);
    }
  }

  @Test
  void i5_afterAWriteThatFailedTheLocalTierDoesNotHoldTheKey() {
    for (Consumer<Cache<Long, String>> write : writes()) {
      FakeStore connection = store.connect();
      try (CacheManager manager = manager(over(connection, true))) {
        Cache<Long, String> cache = manager.cache(USERS);
        cache.put(1L, "before");
        connection.faults().everyCallThrows(() -> new IllegalStateException("down"));
        assertThatThrownBy(() -> write.accept(cache)).isInstanceOf(CacheException.class);
        connection.faults().none();
        assertThat(cache.localHit(1L)).isNull();
      }
    }
  }

  @Test
  void i7_aTouchWhoseAnswerIsLostLeavesNothingInTheLocalTier() {
    here().put(1L, "one", Duration.ofMinutes(1));
    store.faults().everyAnswerIsLost(() -> new IllegalStateException("timed out"));
    assertThatThrownBy(() -> here().touch(1L, Duration.ofSeconds(1)))
        .isInstanceOf(CacheException.class);
    assertThat(here().localHit(1L)).isNull();
  }

  @Test
  void failSafeWritesAnswerWithTheFault() {
    Cache<Long, String> cache = down();
    var safe = cache.failSafe();
    for (WriteResult result :
        List.of(
            safe.put(1L, "one"),
            safe.put(1L, "one", Duration.ofMinutes(1)),
            safe.putAll(Map.of(1L, "one")),
            // What was put is not there any more, as far as this process is concerned.
            safe.touch(2L, Duration.ofMinutes(1)),
            safe.evict(1L),
            safe.evictAll(List.of(1L)),
            safe.evictMatching("*"),
            safe.clear())) {
      assertThat(result)
          .isInstanceOfSatisfying(
              WriteResult.Failed.class,
              failed -> assertThat(failed.cause()).hasMessageContaining("down"));
    }
    assertThat(cache.localHit(1L)).isNull();
  }

  @Test
  void whatIsLoadedWhileTheStoreIsDownIsKeptInTheLocalTier() {
    Cache<Long, String> cache = down();
    cache.get(1L, key -> "own");
    assertThat(cache.localHit(1L)).isEqualTo("own");
  }

  @Test
  void aStoreThatHasJustFailedIsNotAskedAgainForTheSameRead() {
    Cache<Long, String> cache = down();
    long before = store.faults().count();
    cache.get(1L, key -> "own");
    assertThat(store.faults().count() - before).isEqualTo(1);
  }

  @Test
  void localHitsGoOnWhileTheStoreHangs() throws Throwable {
    here().put(1L, "one");
    Runnable release = store.faults().everyCallHangs();
    Caller<String> hanging = Caller.<String>of(() -> here().get(2L, key -> "two")).awaitWaiting();
    assertThat(here().get(1L)).isEqualTo("one");
    assertThat(here().get(1L, key -> "not asked")).isEqualTo("one");
    release.run();
    assertThat(hanging.answer()).isEqualTo("two");
  }

  @Test
  void aFailedReadCountsAsAMiss() {
    Cache<Long, String> cache = down();
    cache.get(1L);
    cache.lookup(1L);
    assertThat(cache.stats().misses()).isEqualTo(2);
  }

  @Test
  void aStoreIsUsedAgainWhenItHasRecovered() {
    Cache<Long, String> cache = down();
    cache.get(1L, key -> "own");
    store.faults().none();
    cache.put(2L, "two");
    assertThat(there().get(2L)).isEqualTo("two");
  }

  @Test
  void aManagerOpensWhileTheStoreIsDown() {
    Cache<Long, String> cache = down();
    assertThat(cache.get(1L, key -> "own")).isEqualTo("own");
  }

  @Test
  void aManagerClosesWhileTheStoreIsDown() {
    Cache<Long, String> cache = down();
    cache.get(1L, key -> "own");
    here.close();
    assertThat(cache.localHit(1L)).isNull();
  }
}
