package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.ChainBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** That a local tier is served from only while it is known to be up to date. */
class MaxStalenessTest extends Managers {
  private static final Duration MOST = Duration.ofSeconds(4);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  MaxStalenessTest() {
    super(2, MaxStalenessTest::bounded);
  }

  private static Consumer<ChainBuilder> bounded(FakeStore store) {
    return over(store, true).andThen(chain -> chain.maxStaleness(MOST));
  }

  private Cache<Long, String> holding() {
    Cache<Long, String> cache = here();
    cache.put(1L, "one");
    there();
    return cache;
  }

  private void noLookIsAnswered() {
    store.faults().beforeCalls(RefusedCalls.only(Call.LAST_NUMBER));
  }

  @Test
  void i6_beyondTheBoundTheLocalTierIsNotServedFrom() {
    Cache<Long, String> cache = holding();
    noLookIsAnswered();
    elapse(MOST.minusNanos(1));
    assertThat(cache.localHit(1L)).isEqualTo("one");
    elapse(Duration.ofNanos(1));
    assertThat(cache.localHit(1L)).isNull();
  }

  @Test
  void i6_beyondTheBoundEveryReadAsksTheStore() {
    Cache<Long, String> cache = holding();
    cache.put(2L, "two");
    noLookIsAnswered();
    store.messages().drop();
    there().evict(1L);
    assertThat(cache.get(1L)).isEqualTo("one");
    elapse(MOST);
    assertThat(cache.get(1L)).isNull();
    assertThat(cache.contains(1L)).isFalse();
    assertThat(cache.getAll(List.of(1L, 2L))).isEqualTo(Map.of(2L, "two"));
    assertThat(cache.get(1L, key -> "loaded")).isEqualTo("loaded");
    assertThat(there().get(1L)).isEqualTo("loaded");
  }

  @Test
  void whenNothingWasLostItsEntriesAreServedAgain() {
    Cache<Long, String> cache = holding();
    noLookIsAnswered();
    elapse(MOST);
    assertThat(cache.localHit(1L)).isNull();
    store.faults().none();
    elapse(INTERVAL);
    Soon.until(() -> cache.localHit(1L) != null);
    assertThat(cache.stats().lostMessages()).isZero();
  }

  @Test
  void whileLooksAreAnsweredItsEntriesAreServed() {
    Cache<Long, String> cache = holding();
    for (int i = 0; i < 10; i++) {
      elapse(INTERVAL);
      Soon.until(() -> cache.stats().staleness().isZero());
      assertThat(cache.localHit(1L)).isEqualTo("one");
    }
  }

  @Test
  void i6_aMessageThatIsLostKeepsEveryLookFromConfirming() {
    Cache<Long, String> cache = holding();
    there().put(2L, "two");
    store.messages().dropNext();
    there().put(1L, "new");
    assertThat(cache.get(1L)).isEqualTo("one");
    elapse(MOST);
    assertThat(cache.get(1L)).isEqualTo("new");
  }

  @Test
  void i6_aCacheThatHasHeardNothingYetIsNotServedFromItsLocalTier() {
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    Cache<Long, String> cache = here();
    assertThat(cache.get(1L, key -> "one")).isEqualTo("one");
    assertThat(cache.localHit(1L)).isNull();
    assertThat(cache.get(1L, key -> "two")).isEqualTo("two");
    store.faults().none();
    elapse(Duration.ofMillis(100));
    Soon.until(
        () -> {
          cache.get(1L, key -> "three");
          return cache.localHit(1L) != null;
        });
  }

  @Test
  void aReadBeyondTheBoundIsKeptForWhenTheLocalTierIsTrustedAgain() {
    Cache<Long, String> cache = here();
    there().put(3L, "three");
    noLookIsAnswered();
    elapse(MOST);
    assertThat(cache.get(3L)).isEqualTo("three");
    assertThat(cache.localHit(3L)).isNull();
    store.faults().none();
    elapse(INTERVAL);
    Soon.until(() -> cache.localHit(3L) != null);
  }
}
