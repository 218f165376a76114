package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheCodecException;
import dev.larder.CacheEvent.ChannelInterrupted;
import dev.larder.CacheEvent.StoreFailed;
import dev.larder.CacheManager;
import dev.larder.CacheManagerBuilder;
import dev.larder.spi.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A fault is logged once when it begins and once when it ends, however many calls meet it. */
@Timeout(60)
class LoggedFaultsTest {
  private static final int MANY = 10_000;
  private static final Duration TTL = Duration.ofMinutes(5);
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /** So long after the last one, what fails is another fault. */
  private static final Duration PAUSE_OF_CALLS = Duration.ofSeconds(10);

  private static final Duration PAUSE_OF_WRITES = Duration.ofMinutes(1);
  private static final String TOO_LARGE = "more than ten bytes";

  private final FakeClock clock = new FakeClock();
  private final FakeStore store = FakeStore.on(clock);
  private final HeardEvents events = new HeardEvents();
  private final LoggedLines lines = LoggedLines.open();

  @AfterEach
  void close() {
    lines.close();
  }

  /**
   * Where there is no local tier, there is no channel that has to say something of time's leaps.
   */
  private CacheManagerBuilder over(boolean local) {
    return CacheManager.builder()
        .ticker(clock)
        .listener(events)
        .chain(CacheContract.CHAIN, Managers.over(store, local));
  }

  private static void many(LongConsumer call) {
    for (long i = 0; i < MANY; i++) {
      call.accept(i);
    }
  }

  private void down() {
    store.faults().everyCallThrows(() -> new IllegalStateException("no route"));
  }

  /** The lines by how they begin, in their order, and no others. */
  private void assertLogged(String... beginnings) {
    assertLogged(lines.all(), beginnings);
  }

  private static void assertLogged(List<String> logged, String... beginnings) {
    assertThat(logged)
        .zipSatisfy(
            List.of(beginnings), (line, beginning) -> assertThat(line).startsWith(beginning));
  }

  @Test
  void aStoreThatIsDown() throws InterruptedException {
    try (CacheManager manager = over(false).build()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      down();
      many(key -> cache.get(key, k -> "own"));
      events.next(StoreFailed.class);
      many(key -> cache.failSafe().evict(key));
      store.faults().none();
      lines.await("INFO the store");
      many(key -> cache.get(key, k -> "own"));
    }
    assertLogged("WARNING the store fake does not answer", "INFO the store fake answers again");
  }

  @Test
  void callsThatFailWhileOthersSucceed() {
    try (CacheManager manager = over(false).build()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      store.faults().beforeCalls((call, key) -> failIf(key.endsWith("9")));
      many(key -> cache.lookup(key % 10));
      store.faults().none();
      clock.advance(PAUSE_OF_CALLS.minus(MOMENT));
      many(key -> cache.lookup(key % 10));
      assertLogged("WARNING calls of the store fake fail while others succeed");
      clock.advance(MOMENT);
      many(key -> cache.lookup(key % 10));
    }
    assertLogged(
        "WARNING calls of the store fake fail while others succeed",
        "INFO calls of the store fake fail no more; " + MANY / 10 + " had failed");
  }

  @Test
  void aSuccessBesideTheFirstFaultEndsNothing() {
    AtomicReference<Runnable> beside = new AtomicReference<>(() -> {});
    LongSupplier interrupted =
        () -> {
          beside.getAndSet(() -> {}).run();
          return clock.getAsLong();
        };
    try (CacheManager manager = over(false).ticker(interrupted).build()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      clock.advance(PAUSE_OF_CALLS);
      store
          .faults()
          .beforeCalls(
              (call, key) -> {
                if (key.endsWith("9")) {
                  beside.set(() -> cache.lookup(1L));
                  throw new IllegalStateException("no route");
                }
              });
      cache.lookup(9L);
      cache.lookup(1L);
    }
    assertLogged("WARNING calls of the store fake fail while others succeed");
  }

  private static void failIf(boolean condition) {
    if (condition) {
      throw new IllegalStateException("no route");
    }
  }

  @Test
  void whatAStoreRefusesThatIsWell() {
    try (CacheManager manager = over(false).build()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      store.faults().everyCallThrows(() -> new RefusedException("no room", null));
      many(key -> cache.get(key, k -> "own"));
    }
    assertLogged();
  }

  @Test
  void aChannelThatLosesWord() throws InterruptedException {
    try (CacheManager manager = over(true).build()) {
      manager.cache(CacheContract.USERS);
      store.faults().beforeCalls(RefusedCalls.only(Call.LAST_NUMBER));
      many(i -> store.messages().interrupt());
      events.next(ChannelInterrupted.class);
      lines.await("WARNING word of");
      many(i -> store.messages().interrupt());
      store.faults().none();
      clock.advance(MOMENT);
      lines.await("INFO word of");
    }
    // That its looks failed is logged as well: as calls of the store.
    assertLogged(
        lines.all().stream().filter(line -> line.contains("word of")).toList(),
        "WARNING word of other processes' writes may be lost",
        "INFO word of other processes' writes is heard again");
  }

  @Test
  void loadsThatFailWhileOldValuesAreServed() {
    try (CacheManager manager =
        over(false).cache("users", cache -> cache.staleTtl(TTL.multipliedBy(MANY))).build()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS.ttl(TTL));
      cache.put(1L, "old");
      clock.advance(TTL);
      many(
          i -> {
            clock.advance(MOMENT);
            assertThat(cache.get(1L, key -> failing())).isEqualTo("old");
          });
      assertThat(cache.stats().loadFailures()).isEqualTo(MANY);
      clock.advance(TTL);
      cache.get(1L, key -> "new");
    }
    assertLogged(
        "WARNING loads of the cache users fail; older values are served",
        "INFO loads of the cache users succeed again");
  }

  private static String failing() {
    throw new IllegalStateException("no source");
  }

  @Test
  void valuesThatAreTooLarge() {
    try (CacheManager manager = limited()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      many(key -> assertThat(cache.get(key, k -> TOO_LARGE)).isEqualTo(TOO_LARGE));
      many(
          key ->
              assertThatThrownBy(() -> cache.put(key, TOO_LARGE))
                  .isInstanceOf(CacheCodecException.class));
      assertThat(cache.stats().storeFailures()).isEqualTo(2 * MANY);
    }
    assertLogged("WARNING a value is not kept in the store fake");
  }

  private CacheManager limited() {
    return CacheManager.builder()
        .ticker(clock)
        .chain(
            CacheContract.CHAIN,
            chain -> Managers.over(store, false).accept(chain.maxValueSize(10)))
        .build();
  }

  /** As it is where one row in two is too large. */
  @Test
  void writesThatFailEveryOtherTime() {
    try (CacheManager manager = limited()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      many(key -> cache.failSafe().put(key, key % 2 == 0 ? TOO_LARGE : "small"));
      assertThat(cache.stats().storeFailures()).isEqualTo(MANY / 2);
      clock.advance(PAUSE_OF_WRITES.minus(MOMENT));
      many(key -> cache.failSafe().put(key, "small"));
      assertThat(lines.all()).hasSize(2);
      clock.advance(MOMENT);
      many(key -> cache.failSafe().put(key, "small"));
    }
    assertLogged(
        "WARNING a value is not kept in the store fake",
        "WARNING writes to the cache users of chain tested fail; callers go on without",
        "INFO writes to the cache users of chain tested succeed again");
  }

  @Test
  void aListenerThatThrows() {
    try (CacheManager manager =
        over(false)
            .listener(
                event -> {
                  throw new IllegalStateException("a listener's own");
                })
            .cache("users", cache -> cache.staleTtl(TTL))
            .build()) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS.ttl(TTL));
      cache.put(1L, "old");
      clock.advance(TTL);
      for (int i = 0; i < 100; i++) {
        clock.advance(MOMENT);
        assertThat(cache.get(1L, key -> failing())).isEqualTo("old");
      }
    }
    assertLogged(
        "WARNING loads of the cache users fail; older values are served", "WARNING the listener ");
  }
}
