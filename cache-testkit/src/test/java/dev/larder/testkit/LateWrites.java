package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheConnectionException;
import dev.larder.CacheEvent.StoreFailed;
import dev.larder.CacheListener;
import dev.larder.CacheManager;
import dev.larder.ChainBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Two processes, of which one writes, and is heard, what reaches the other late. */
@Timeout(60)
abstract class LateWrites {
  static final int MORE_THAN_KEPT = 10_001;

  final FakeClock clock = new FakeClock();
  final FakeStore store = FakeStore.on(clock);
  final HeardEvents events = new HeardEvents();
  CacheManager here;
  CacheManager there;
  private final String consequence;

  /**
   * Nobody yet.
   *
   * @param consequence what the exceptions of failed writes end with
   */
  LateWrites(String consequence) {
    this.consequence = consequence;
  }

  final void open(Consumer<ChainBuilder> here, Consumer<ChainBuilder> there) {
    this.here = manager(here, events);
    this.there = manager(there, event -> {});
  }

  private CacheManager manager(Consumer<ChainBuilder> chain, CacheListener listener) {
    return CacheManager.builder()
        .ticker(clock)
        .listener(listener)
        .chain(CacheContract.CHAIN, chain)
        .build();
  }

  @AfterEach
  final void close() {
    store.faults().none();
    here.close();
    there.close();
  }

  final Cache<Long, String> here() {
    return here.cache(CacheContract.USERS);
  }

  final Cache<Long, String> there() {
    return there.cache(CacheContract.USERS);
  }

  final void fails(Consumer<Cache<Long, String>> write) {
    assertThatThrownBy(() -> write.accept(here()))
        .isInstanceOf(CacheConnectionException.class)
        .hasMessageEndingWith(consequence);
  }

  /** Twenty evicts fail, after which nothing is asked any more. */
  final void evictUntilGivenUp() throws InterruptedException {
    for (long key = 0; key < 20; key++) {
      here().failSafe().evict(key);
    }
    events.next(StoreFailed.class);
  }

  static Stream<Consumer<Cache<Long, String>>> writes() {
    return Stream.of(
        cache -> cache.put(1L, "new"),
        cache -> cache.put(1L, "new", Duration.ofMinutes(1)),
        cache -> cache.putAll(Map.of(1L, "new")),
        cache -> cache.touch(1L, Duration.ofMinutes(1)),
        cache -> cache.evict(1L),
        cache -> cache.evict(1L, "old"),
        cache -> cache.evictAll(List.of(1L)),
        cache -> cache.evictMatching("*"),
        cache -> cache.clear());
  }
}
