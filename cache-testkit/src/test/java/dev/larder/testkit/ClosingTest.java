package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.FailSafeCache;
import dev.larder.KeyShape;
import dev.larder.Lookup;
import dev.larder.PartTypes;
import dev.larder.WriteResult;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a manager's caches, threads and stores when it is closed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosingTest extends Managers {
  private final LoggedLines lines = LoggedLines.open();

  ClosingTest() {
    super(2, store -> over(store, true));
  }

  @AfterEach
  void endLines() {
    lines.close();
  }

  @Test
  void aClosedCacheIsEmptyAndItsReadersLoad() {
    Cache<Long, String> cache = here();
    cache.put(1L, "one");
    here.close();
    assertThat(cache.localHit(1L)).isNull();
    assertThat(cache.get(1L)).isNull();
    assertThat(cache.lookup(1L)).isEqualTo(new Lookup.Miss<>());
    assertThat(cache.contains(1L)).isFalse();
    assertThat(cache.timeToLive(1L)).isNull();
    assertThat(cache.get(1L, key -> "two")).isEqualTo("two");
    assertThat(cache.get(1L, key -> "three")).isEqualTo("three");
    assertThat(cache.refresh(1L, key -> "four")).isEqualTo("four");
    assertThat(cache.stats().size()).isZero();
    assertThat(there().get(1L)).isEqualTo("one");
  }

  @Test
  void closingTwiceIsClosingOnce() {
    here();
    here.close();
    here.close();
    assertThatThrownBy(this::here)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the cache manager is closed");
  }

  @Test
  void aLoadUnderWayEndsWithItsValueWhichIsNotKept() throws Throwable {
    HeldLoader loader = new HeldLoader();
    Cache<Long, String> cache = here();
    Caller<String> owner = Caller.of(() -> cache.get(1L, loader));
    loader.awaitStarted();
    Caller<String> waiter = Caller.<String>of(() -> cache.get(1L, loader)).awaitWaiting();
    here.close();
    loader.give("one");
    assertThat(owner.answer()).isEqualTo("one");
    assertThat(waiter.answer()).isEqualTo("one");
    assertThat(cache.localHit(1L)).isNull();
  }

  @Test
  void namedWritesAfterTheCloseAreNoFault() {
    FailSafeCache<Long, Object> named = here.named("users", KeyShape.single(PartTypes.LONG));
    here.close();
    assertThat(named.evict(1L)).isEqualTo(new WriteResult.Done());
  }

  @Test
  void aStoreThatFailsToCloseKeepsNothingElseOpen() {
    assertAllElseIsClosed(
        () -> {
          throw new IllegalStateException("no end");
        });
    assertThat(lines.all()).hasSize(1).first().asString().contains("could not be closed");
  }

  @Test
  void i9_aStoreThatHangsAsItIsClosedKeepsNothingElseOpenAndNobodyWaiting() {
    HeldLoader end = new HeldLoader();
    assertAllElseIsClosed(() -> HeldCalls.await(end));
    assertThat(lines.all())
        .containsExactly(
            "WARNING the cache manager is closed, but has left alone what does not close:"
                + " [the subscription to larder:1:users:~evict, the store of the chain tested]");
    end.give(null);
  }

  private void assertAllElseIsClosed(Runnable closing) {
    FakeStore second = FakeStore.on(clock);
    CacheManager manager =
        CacheManager.builder()
            .ticker(clock)
            .closeTimeout(Duration.ofMillis(1))
            .chain(CHAIN, over(new UnclosableStore(closing), true))
            .chain("second", over(second, true))
            .build();
    Cache<Long, String> cache = manager.cache(USERS);
    cache.get(1L, key -> "one");
    manager.close();
    assertThat(cache.localHit(1L)).isNull();
    Soon.until(() -> isClosed(second));
  }

  private static boolean isClosed(FakeStore store) {
    try {
      store.get("larder:1:users:1");
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
