package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheEvent.StoreFailed;
import dev.larder.CacheEvent.StoreRecovered;
import dev.larder.CacheManager;
import dev.larder.WriteResult;
import dev.larder.spi.Scanning;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is called on the engine's threads, and can only be cleared by a walk, breaks. */
@Timeout(60)
class WalkingStoreFaultsTest {
  private static final int MANY = 30;

  private final FakeStore store = FakeStore.on(new FakeClock());
  private final HeardEvents events = new HeardEvents();

  private CacheManager manager(Store over) {
    return CacheManager.builder()
        .listener(events)
        .closeTimeout(Duration.ofSeconds(5))
        .chain(CacheContract.CHAIN, Managers.over(over, false))
        .build();
  }

  private Cache<Long, String> filled(CacheManager manager) {
    Cache<Long, String> cache = manager.cache(CacheContract.USERS);
    cache.put(1L, "old");
    return cache;
  }

  private boolean isThere() {
    return store.connect().get("larder:1:users:1") != null;
  }

  private void brokenBut(Call... answered) {
    store.faults().beforeCalls(RefusedCalls.allBut(answered));
  }

  private static void read(Cache<Long, String> cache, int keys) {
    for (long key = 0; key < keys; key++) {
      cache.lookup(key);
    }
  }

  @Test
  void i6_aClearThatIsKeptIsDeliveredBeforeTheStoreIsAskedAgain() throws InterruptedException {
    try (CacheManager manager = manager(new WalkingStore(store))) {
      Cache<Long, String> cache = filled(manager);
      brokenBut();
      read(cache, MANY);
      events.next(StoreFailed.class);
      assertThat(cache.failSafe().clear()).isInstanceOf(WriteResult.Failed.class);
      store.faults().none();
      events.next(StoreRecovered.class);
      assertThat(cache.stats().keptEvicts()).isZero();
      assertThat(isThere()).isFalse();
    }
  }

  @Test
  void i9_closingDeliversAClearThatIsKeptThoughTheStoreIsNotAskedAnyMore()
      throws InterruptedException {
    try (CacheManager manager = manager(new WalkingStore(store))) {
      Cache<Long, String> cache = filled(manager);
      brokenBut();
      cache.failSafe().clear();
      read(cache, MANY);
      events.next(StoreFailed.class);
      // It gives no sign of life.
      brokenBut(Call.SCAN, Call.REMOVE);
      assertThat(isThere()).isTrue();
    }
    assertThat(isThere()).isFalse();
  }

  @Test
  void i9_closingEndsThoughTheWalkDoesNot() {
    EndlessStore endless = new EndlessStore();
    CacheManager manager = manager(endless);
    Cache<Long, String> cache = manager.cache(CacheContract.USERS);
    assertThat(cache.failSafe().clear()).isInstanceOf(WriteResult.Failed.class);
    read(cache, MANY);
    endless.walks = true;
    manager.close();
    assertThat(endless.removed).hasPositiveValue();
  }

  @Test
  void i9_closingEndsAWalkThatTheRecoveryHasBegun() throws InterruptedException {
    EndlessStore endless = new EndlessStore();
    CacheManager manager = manager(endless);
    manager.cache(CacheContract.USERS).failSafe().clear();
    endless.walks = true;
    Soon.until(() -> endless.removed.get() > 0);
    manager.close();
    Threads.awaitEnd("larder-recovery");
  }

  /** A store that is down, and then has keys without end. */
  private static final class EndlessStore implements Store, Scanning {
    private final AtomicInteger removed = new AtomicInteger();
    private volatile boolean walks;

    @Override
    public String name() {
      return "endless";
    }

    @Override
    public byte @Nullable [] get(String key) {
      throw new IllegalStateException("no route");
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive) {
      throw new IllegalStateException("no route");
    }

    @Override
    public boolean remove(String key) {
      removed.incrementAndGet();
      return true;
    }

    @Override
    public void scan(String beginning, Consumer<String> key) {
      if (!walks) {
        throw new IllegalStateException("no route");
      }
      for (int i = 0; true; i++) {
        key.accept(beginning + i);
      }
    }
  }

  @Test
  void aWalkThatFailsIsAFaultAsAnyOther() throws InterruptedException {
    try (CacheManager manager = manager(new WalkingStore(store))) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      brokenBut();
      for (int i = 0; i < MANY; i++) {
        cache.failSafe().clear();
      }
      assertThat(events.next(StoreFailed.class).cause()).hasMessageContaining("no route");
      assertThat(cache.stats().skippedCalls()).isPositive();
      store.faults().none();
      events.next(StoreRecovered.class);
    }
  }

  @Test
  void aWalkThatComesToItsEndIsAnAnswerAsAnyOther() {
    try (CacheManager manager = manager(new WalkingStore(store))) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      brokenBut(Call.SCAN);
      walks(cache);
      read(cache, 4);
      walks(cache);
      read(cache, 2);
      assertThat(cache.stats().skippedCalls()).isZero();
    }
  }

  /** More of any ten calls than fail. */
  private static void walks(Cache<Long, String> cache) {
    for (int i = 0; i < 6; i++) {
      assertThat(cache.evictMatching("*")).isZero();
    }
  }
}
