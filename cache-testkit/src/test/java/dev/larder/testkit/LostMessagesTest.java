package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That a lost message leaves nothing outdated for long, though nobody says that it was lost. */
class LostMessagesTest extends Managers {
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  LostMessagesTest() {
    super(2, store -> over(store, true));
  }

  /** Lets the next look fall due, and waits until it has been answered. */
  private void look() {
    long before = store.faults().count(Call.LAST_NUMBER);
    elapse(INTERVAL);
    Soon.until(() -> store.faults().count(Call.LAST_NUMBER) > before);
  }

  private boolean lookedAndFoundLost(Cache<Long, String> cache) {
    look();
    return cache.stats().lostMessages() == 1;
  }

  private Cache<Long, String> holdingBoth() {
    Cache<Long, String> cache = here();
    cache.put(1L, "one");
    cache.put(2L, "two");
    there();
    return cache;
  }

  @Test
  void i6_theNextMessageShowsThatOneWasLost() {
    Cache<Long, String> cache = holdingBoth();
    store.messages().dropNext();
    there().put(1L, "new");
    assertThat(cache.localHit(1L)).isEqualTo("one");
    there().put(3L, "three");
    assertThat(cache.get(1L)).isEqualTo("new");
    assertThat(cache.localHit(2L)).isNull();
    assertThat(cache.stats().lostMessages()).isEqualTo(1);
  }

  @Test
  void i6_aLookShowsThatTheLastMessageWasLost() {
    Cache<Long, String> cache = holdingBoth();
    store.messages().dropNext();
    there().put(1L, "new");
    Soon.until(() -> lookedAndFoundLost(cache));
    assertThat(cache.get(1L)).isEqualTo("new");
  }

  @Test
  void aMessageThatIsLateIsNotTakenForLost() {
    Cache<Long, String> cache = holdingBoth();
    store.messages().hold();
    there().put(1L, "new");
    look();
    store.messages().deliver();
    look();
    look();
    assertThat(cache.get(1L)).isEqualTo("new");
    assertThat(cache.localHit(2L)).isEqualTo("two");
    assertThat(cache.stats().lostMessages()).isZero();
  }

  @Test
  void i6_aStoreThatHasLostCountEmptiesTheLocalTierByItsNextMessage() {
    Cache<Long, String> cache = holdingBoth();
    store.messages().forgetNumbers();
    there().put(3L, "three");
    assertThat(cache.localHit(1L)).isNull();
    assertThat(cache.stats().lostMessages()).isEqualTo(1);
    cache.put(1L, "one");
    there().put(4L, "four");
    assertThat(cache.localHit(1L)).isEqualTo("one");
  }

  @Test
  void i6_aStoreThatHasLostCountEmptiesTheLocalTierByALook() {
    Cache<Long, String> cache = holdingBoth();
    store.messages().forgetNumbers();
    Soon.until(() -> lookedAndFoundLost(cache));
    assertThat(cache.localHit(1L)).isNull();
  }

  @Test
  void i6_aStoreThatHasLostCountAndCountedUpAgainAsFarIsNoticed() {
    Cache<Long, String> cache = holdingBoth();
    store.messages().forgetNumbers();
    store.messages().drop();
    there().put(1L, "new");
    there().put(3L, "three");
    Soon.until(() -> lookedAndFoundLost(cache));
    assertThat(cache.get(1L)).isEqualTo("new");
  }

  @Test
  void messagesOfThisProcessAreCountedThoughTheyAreIgnored() {
    Cache<Long, String> cache = holdingBoth();
    for (int i = 0; i < 5; i++) {
      cache.put(3L, "mine");
      there().put(4L, "others'");
    }
    look();
    look();
    assertThat(cache.localHit(1L)).isEqualTo("one");
    assertThat(cache.stats().lostMessages()).isZero();
    assertThat(there().stats().lostMessages()).isZero();
  }

  @Test
  void aCacheThatNobodyReadsBehindItsLocalTierComesToHear() {
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    Cache<Long, String> cache = here();
    cache.get(1L, key -> "one");
    store.faults().none();
    assertThat(cache.localHit(1L)).isEqualTo("one");
    elapse(Duration.ofMillis(100));
    Soon.until(() -> cache.localHit(1L) == null);
    cache.get(1L, key -> "two");
    there().put(1L, "new");
    assertThat(cache.get(1L)).isEqualTo("new");
  }

  @Test
  void stalenessIsTheTimeSinceTheLastLookThatWasSound() {
    Cache<Long, String> cache = holdingBoth();
    assertThat(cache.stats().staleness()).isZero();
    store.messages().dropNext();
    there().put(1L, "new");
    look();
    assertThat(cache.stats().staleness()).isEqualTo(INTERVAL);
    Soon.until(() -> lookedAndFoundLost(cache));
    Soon.until(() -> cache.stats().staleness().isZero());
  }

  @Test
  void i2_aLookThatFailsIsNoReadersAndEndsNoLaterOne() {
    Cache<Long, String> cache = holdingBoth();
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    look();
    assertThat(cache.localHit(1L)).isEqualTo("one");
    assertThat(cache.stats().storeFailures()).isZero();
    assertThat(cache.stats().staleness()).isEqualTo(INTERVAL);
    store.faults().none();
    look();
    Soon.until(() -> cache.stats().staleness().isZero());
    assertThat(cache.localHit(1L)).isEqualTo("one");
  }

  @Test
  void aClosedManagerLooksNoMore() {
    holdingBoth();
    here.close();
    there.close();
    Soon.until(
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("larder-channel")));
  }
}
