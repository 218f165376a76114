package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheConnectionException;
import dev.larder.CacheEvent.EvictsKept;
import dev.larder.CacheManager;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More evicts than are kept, for a store that can neither be cleared nor walked. */
@Timeout(60)
class UnclearableStoreTest {
  private final LoggedLines lines = LoggedLines.open();
  private final HeardEvents events = new HeardEvents();
  private final FakeStore store = FakeStore.on(new FakeClock());
  private final FakeStore connection = store.connect();
  private final CacheManager caches =
      CacheManager.builder()
          .listener(events)
          .chain(CacheContract.CHAIN, Managers.over(new PlainStore(connection), false))
          .build();
  private final Cache<Long, String> cache = caches.cache(CacheContract.USERS);

  @BeforeEach
  void keepTooMany() throws InterruptedException {
    cache.put(1L, "old");
    cache.put(-1L, "not evicted by itself");
    keepMore();
    Soon.until(() -> !cannot().isEmpty());
    Threads.awaitEnd("larder-recovery");
  }

  @AfterEach
  void close() {
    caches.close();
    lines.close();
  }

  private void keepMore() {
    failing(() -> cache.evictAll(LongStream.range(0, LateWrites.MORE_THAN_KEPT).boxed().toList()));
  }

  private void failing(Runnable evict) {
    connection.faults().everyCallThrows(() -> new IllegalStateException("no route"));
    assertThatThrownBy(evict::run).isInstanceOf(CacheConnectionException.class);
    connection.faults().none();
  }

  private List<String> cannot() {
    return lines.all().stream().filter(line -> line.contains("cannot be delivered")).toList();
  }

  private boolean hasEntry(long key) {
    return store.get("larder:1:users:" + key) != null;
  }

  @Test
  void i5_nothingOfTheStoresIsReadFromThenOnAndNothingFilled() {
    assertThat(cache.get(1L)).isNull();
    assertThat(cache.get(-1L)).isNull();
    assertThat(cache.get(2L, key -> "loaded")).isEqualTo("loaded");
    assertThat(hasEntry(2L)).isFalse();
    assertThat(cache.stats().keptEvicts()).isEqualTo(1);
  }

  @Test
  void i6_evictsOfSingleKeysGoOnReachingTheStore() {
    failing(() -> cache.evict(1L));
    Soon.until(() -> !hasEntry(1L));
    cache.evict(-1L);
    assertThat(hasEntry(-1L)).isFalse();
    assertThat(cache.get(1L)).isNull();
  }

  @Test
  void itIsSaidOnceAndTriedOnce() throws InterruptedException {
    keepMore();
    Threads.awaitEnd("larder-recovery");
    caches.close();
    assertThat(cannot())
        .containsExactly(
            "SEVERE a clear of users cannot be delivered: the cache goes without its store, which may"
                + " hold old values, until its manager is closed");
    assertThat(lines.all()).noneMatch(line -> line.contains("has not confirmed evicts"));
    assertThat(events.all()).containsExactly(new EvictsKept("users", -1));
  }
}
