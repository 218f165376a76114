package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheConfigurationException;
import dev.larder.CacheSpec;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a load when its key is written meanwhile, by either party (I5), over a chain
 * whose store, if it has one, grants leases and, unless {@link #hearsOfWrites} and {@link
 * #evictsByPattern} say otherwise, carries messages and walks its keys.
 */
public interface CacheRacesContract extends CacheContract {
  /** A load of key 1 is under way while the write is made; returns when both have ended. */
  private void race(Consumer<CacheRacesContract> write) throws Throwable {
    HeldLoader loader = new HeldLoader();
    Caller<String> owner = Caller.of(() -> here().get(1L, loader));
    loader.awaitStarted();
    Caller<String> waiter = Caller.of(() -> here().get(1L, loader)).awaitWaiting();
    write.accept(this);
    assertThat(waiter.isDone()).as("a waiter goes on waiting").isFalse();
    loader.give("old");
    assertThat(owner.answer()).isEqualTo("old");
    assertThat(waiter.answer()).as("who joined before gets the old value").isEqualTo("old");
    assertThat(loader.runs()).isEqualTo(1);
    assertThat(here().stats().refusedFills()).isEqualTo(1);
  }

  private void assertBothMiss() {
    assertThat(here().localHit(1L)).isNull();
    assertThat(here().contains(1L)).isFalse();
    assertThat(there().contains(1L)).isFalse();
  }

  private void assertBothHave(String value) {
    assertThat(there().get(1L)).isEqualTo(value);
    assertThat(here().get(1L)).isEqualTo(value);
  }

  @Test
  default void i5_whatWasLoadedAcrossAnEvictIsReturnedButNotKept() throws Throwable {
    race(parties -> parties.here().evict(1L));
    assertBothMiss();
  }

  @Test
  default void i5_whatWasLoadedAcrossTheOthersEvictIsReturnedButNotKept() throws Throwable {
    race(parties -> parties.there().evict(1L));
    assertBothMiss();
  }

  @Test
  default void i5_whatWasLoadedAcrossAPutIsReturnedButNotKept() throws Throwable {
    race(parties -> parties.here().put(1L, "new"));
    assertBothHave("new");
  }

  @Test
  default void i5_whatWasLoadedAcrossTheOthersPutIsReturnedButNotKept() throws Throwable {
    race(parties -> parties.there().put(1L, "new"));
    assertBothHave("new");
  }

  @Test
  default void i5_whatWasLoadedAcrossAClearIsReturnedButNotKept() throws Throwable {
    race(parties -> parties.here().clear());
    assertBothMiss();
  }

  @Test
  default void i5_whatWasLoadedAcrossTheOthersClearIsReturnedButNotKept() throws Throwable {
    race(parties -> parties.there().clear());
    assertBothMiss();
  }

  @Test
  default void i5_whatWasLoadedAcrossAnEvictOfMatchingKeysIsReturnedButNotKept() throws Throwable {
    if (!evictsByPattern()) {
      assertThatThrownBy(() -> there().evictMatching("1"))
          .isInstanceOf(CacheConfigurationException.class);
      return;
    }
    race(parties -> parties.there().evictMatching("1"));
    assertBothMiss();
  }

  @Test
  default void i5_whatWasLoadedAcrossARefreshIsReturnedButNotKept() throws Throwable {
    race(parties -> parties.there().refresh(1L, key -> "refreshed"));
    assertBothHave("refreshed");
  }

  @Test
  default void i5_whatARefreshLoadedAcrossAnEvictIsNotKept() throws Throwable {
    here().put(1L, "older");
    HeldLoader loader = new HeldLoader();
    Caller<String> refresher = Caller.of(() -> here().refresh(1L, loader));
    loader.awaitStarted();
    there().evict(1L);
    loader.give("old");
    assertThat(refresher.answer()).isEqualTo("old");
    assertBothMiss();
  }

  @Test
  default void i5_whatARefreshLoadedAcrossAPutIsNotKept() throws Throwable {
    HeldLoader loader = new HeldLoader();
    Caller<String> refresher = Caller.of(() -> here().refresh(1L, loader));
    loader.awaitStarted();
    there().put(1L, "new");
    loader.give("old");
    assertThat(refresher.answer()).isEqualTo("old");
    assertBothHave("new");
  }

  @Test
  default void i5_readersAfterAnEvictDoNotWaitForTheLoadFromBefore() throws Throwable {
    HeldLoader loader = new HeldLoader();
    Caller<String> before = Caller.of(() -> here().get(1L, loader));
    loader.awaitStarted();
    there().evict(1L);
    if (hearsOfWrites()) {
      assertThat(here().get(1L, key -> "new")).isEqualTo("new");
    }
    assertThat(there().get(1L, key -> hearsOfWrites() ? "newer" : "new")).isEqualTo("new");
    loader.give("old");
    assertThat(before.answer()).isEqualTo("old");
    assertBothHave("new");
  }

  @Test
  default void aWriteOfAnotherKeyDoesNotDisturbALoad() throws Throwable {
    HeldLoader loader = new HeldLoader();
    Caller<String> owner = Caller.of(() -> here().get(1L, loader));
    loader.awaitStarted();
    there().evict(2L);
    here().put(3L, "three");
    loader.give("one");
    assertThat(owner.answer()).isEqualTo("one");
    assertBothHave("one");
    assertThat(here().stats().refusedFills()).isZero();
  }

  @Test
  default void aNullLoadedAcrossACreationDoesNotHideIt() throws Throwable {
    CacheSpec<Long, String> nulls = USERS.nullTtl(Duration.ofMinutes(1));
    HeldLoader loader = new HeldLoader();
    Caller<String> owner = Caller.of(() -> here(nulls).get(1L, loader));
    loader.awaitStarted();
    there(nulls).put(1L, "created");
    loader.give(null);
    assertThat(owner.answer()).isNull();
    assertBothHave("created");
  }
}
