package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.larder.Cache;
import dev.larder.CacheConnectionException;
import dev.larder.CacheEvent;
import dev.larder.CacheEvent.StoreFailed;
import dev.larder.CacheEvent.StoreRecovered;
import dev.larder.CacheManager;
import dev.larder.CacheManagerBuilder;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.Lookup;
import dev.larder.PartTypes;
import dev.larder.StoreHealth;
import dev.larder.spi.RefusedException;
import dev.larder.spi.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is down is asked no more, until it answers again. */
@Timeout(60)
class BreakerTest {
  /** More than are asked of a store that is down. */
  private static final int MANY = 50;

  private static final CacheSpec<Long, String> OTHERS =
      CacheSpec.of("other", "others", KeyShape.single(PartTypes.LONG), CacheContract.TEXT);

  private final FakeStore store = FakeStore.on(new FakeClock());
  private final HeardEvents events = new HeardEvents();

  private CacheManagerBuilder builder() {
    return CacheManager.builder().listener(events).chain("tested", Managers.over(store, false));
  }

  private static Cache<Long, String> users(CacheManager manager) {
    return manager.cache(CacheContract.USERS);
  }

  private void down() {
    store.faults().everyCallThrows(() -> new IllegalStateException("no route"));
  }

  private static void readMany(Cache<Long, String> cache) {
    for (long key = 0; key < MANY; key++) {
      assertThat(cache.get(key, asked -> "own")).isEqualTo("own");
    }
  }

  @Test
  void i2_aStoreThatIsDownIsNotAskedByReaders() throws InterruptedException {
    try (CacheManager manager = builder().build()) {
      Cache<Long, String> cache = users(manager);
      down();
      readMany(cache);
      events.next(StoreFailed.class);
      long reads = store.faults().count(Call.READ_OR_LEASE);
      long skipped = cache.stats().skippedCalls();
      readMany(cache);
      assertThat(store.faults().count(Call.READ_OR_LEASE)).isEqualTo(reads).isLessThan(MANY);
      assertThat(cache.stats().skippedCalls()).isEqualTo(skipped + MANY);
      assertThat(cache.stats().storeFailures()).isEqualTo(reads);
    }
  }

  @Test
  void whoWritesIsToldSinceWhenAndWhyItIsNotAsked() throws InterruptedException {
    try (CacheManager manager = builder().build()) {
      Cache<Long, String> cache = users(manager);
      down();
      readMany(cache);
      events.next(StoreFailed.class);
      CacheConnectionException thrown =
          catchThrowableOfType(CacheConnectionException.class, () -> cache.put(1L, "one"));
      assertThat(thrown)
          .hasMessageContaining("the store fake is not asked since 20")
          .hasMessageContaining("no route");
      assertThat(thrown.getStackTrace()).isEmpty();
      assertThat(thrown.isRetryable()).isTrue();
      assertThat(cache.lookup(1L)).isInstanceOf(Lookup.Failure.class);
    }
  }

  @Test
  void itIsAskedAgainOnceItAnswers() throws InterruptedException {
    try (CacheManager manager = builder().build()) {
      Cache<Long, String> cache = users(manager);
      down();
      readMany(cache);
      StoreFailed failed = events.next(StoreFailed.class);
      assertThat(failed.chain()).isEqualTo("tested");
      assertThat(failed.store()).isEqualTo("fake");
      assertThat(failed.cause()).hasMessageContaining("no route");
      store.faults().none();
      StoreRecovered recovered = events.next(StoreRecovered.class);
      assertThat(recovered.duration()).isPositive();
      cache.put(1L, "one");
      assertThat(store.get(cache.keyText(1L))).isNotNull();
    }
  }

  @Test
  void i2_aStoreThatHangsIsGivenUpToo() throws InterruptedException {
    CacheManagerBuilder impatient =
        CacheManager.builder()
            .listener(events)
            .chain(
                "tested",
                chain -> {
                  Managers.over(store, false).accept(chain);
                  chain.readTimeout(Duration.ofMillis(20));
                });
    try (CacheManager manager = impatient.build()) {
      Cache<Long, String> cache = users(manager);
      Runnable release = store.faults().everyCallHangs();
      readMany(cache);
      events.next(StoreFailed.class);
      assertThat(store.faults().count(Call.READ_OR_LEASE)).isLessThan(MANY);
      release.run();
      events.next(StoreRecovered.class);
    }
  }

  @Test
  void whatAStoreRefusesThatIsWellKeepsNobodyFromAskingIt() {
    try (CacheManager manager = builder().build()) {
      Cache<Long, String> cache = users(manager);
      store.faults().everyCallThrows(() -> new RefusedException("no room", null));
      readMany(cache);
      assertThat(store.faults().count(Call.READ_OR_LEASE)).isEqualTo(MANY);
      assertThatThrownBy(() -> cache.put(1L, "one"))
          .isInstanceOf(CacheConnectionException.class)
          .hasMessageContaining("the store fake refused: no room");
    }
  }

  @Test
  void callersThatAreInterruptedSayNothingOfTheStore() {
    try (CacheManager manager = builder().build()) {
      Cache<Long, String> cache = users(manager);
      store.faults().everyCallHangs();
      for (long key = 0; key < MANY; key++) {
        Thread.currentThread().interrupt();
        assertThat(cache.lookup(key)).isInstanceOf(Lookup.Failure.class);
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(store.faults().count(Call.READ)).isEqualTo(MANY);
      store.faults().none();
    }
  }

  @Test
  void chainsOfOneStoreShareWhatIsKnownOfIt() throws InterruptedException {
    try (CacheManager manager = builder().chain("other", Managers.over(store, false)).build()) {
      Cache<Long, String> cache = users(manager);
      down();
      readMany(cache);
      assertThat(events.next(StoreFailed.class).chain()).isEqualTo("tested");
      assertThat(events.next(StoreFailed.class).chain()).isEqualTo("other");
      Cache<Long, String> other = manager.cache(OTHERS);
      long before = store.faults().count(Call.READ_OR_LEASE);
      readMany(other);
      assertThat(store.faults().count(Call.READ_OR_LEASE)).isEqualTo(before);
    }
  }

  @Test
  void healthSaysAtOnceThatItIsNotAsked() throws InterruptedException {
    try (CacheManager manager = builder().build()) {
      down();
      readMany(users(manager));
      events.next(StoreFailed.class);
      store.faults().everyCallHangs();
      StoreHealth health = manager.health().get(0);
      assertThat(health.isUp()).isFalse();
      assertThat(health.error()).hasMessageContaining("is not asked since");
      store.faults().none();
    }
  }

  @Test
  void countersOfTheStoreAreNotAskedForEither() throws InterruptedException {
    try (CacheManager manager = builder().build()) {
      down();
      readMany(users(manager));
      events.next(StoreFailed.class);
      assertThatThrownBy(() -> manager.counters("tested", "visits").get("home"))
          .isInstanceOf(CacheConnectionException.class)
          .hasMessageContaining("is not asked since");
      assertThat(store.faults().count(Call.COUNT)).isZero();
    }
  }

  @Test
  void aStoreOfWhichAPartAnswersGoesOnBeingAsked() {
    Store parts = new HalfStore(store);
    try (CacheManager manager =
        CacheManager.builder()
            .listener(events)
            .chain("tested", Managers.over(parts, false))
            .build()) {
      Cache<Long, String> cache = users(manager);
      int answered = 0;
      while (answered < MANY) {
        answered += cache.lookup(2L) instanceof Lookup.Miss ? 1 : 0;
        cache.lookup(1L);
      }
      assertThat(events.all()).noneMatch(event -> event instanceof StoreFailed);
    }
  }

  @Test
  void aManagerClosesWhileItsStoreIsDown() throws InterruptedException {
    CacheManager manager = builder().build();
    down();
    readMany(users(manager));
    CacheEvent failed = events.next(StoreFailed.class);
    manager.close();
    assertThat(failed).isNotNull();
    Threads.awaitEnd("larder-recovery");
  }
}
