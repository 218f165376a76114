package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSettingsBuilder;
import dev.larder.ChainBuilder;
import dev.larder.spi.Deadline;
import dev.larder.spi.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that ask the store more than once for one thing, and have one time for it. */
@Timeout(60)
class OneBudgetTest {
  private static final Duration TTL = Duration.ofMinutes(5);
  private static final Duration BUDGET = Duration.ofHours(1);
  private static final long MOMENT_NANOS = Duration.ofMillis(1).toNanos();

  private final FakeClock clock = new FakeClock();
  private final FakeStore store = FakeStore.on(clock);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /**
   * A call of the store.
   *
   * @param atNanos when it was made
   * @param leftNanos what was left of its time a moment later
   */
  private record Asked(Call call, long atNanos, long leftNanos) {
    /** The most that may be left where this call has the time of an earlier one. */
    long mostLeft(Asked earlier) {
      return BUDGET.toNanos() - (atNanos - earlier.atNanos());
    }
  }

  private void note(Call call) {
    long now = System.nanoTime();
    asked.add(new Asked(call, now, Deadline.nanosLeft(Long.MAX_VALUE)));
    while (System.nanoTime() - now < MOMENT_NANOS) {
      Thread.onSpinWait();
    }
  }

  private void noteAll() {
    asked.clear();
    store.faults().beforeCalls((call, key) -> note(call));
  }

  private void assertOneBudget(Call... calls) {
    List<Call> made = asked.stream().map(Asked::call).toList();
    assertThat(made).containsSequence(calls);
    int first = made.indexOf(calls[0]);
    for (Asked each : asked.subList(first + 1, first + calls.length)) {
      assertThat(each.leftNanos()).isLessThanOrEqualTo(each.mostLeft(asked.get(first)));
    }
  }

  private CacheManager manager(Consumer<CacheSettingsBuilder> settings) {
    return manager(store, settings);
  }

  private CacheManager manager(FakeStore connection, Consumer<CacheSettingsBuilder> settings) {
    return CacheManager.builder()
        .ticker(clock)
        .cache("users", settings.andThen(users -> users.ttl(TTL)))
        .chain(CacheContract.CHAIN, chain -> over(connection, chain))
        .build();
  }

  private static void over(FakeStore connection, ChainBuilder chain) {
    chain
        .distributed(connection)
        .codec(new TextCodec())
        .readTimeout(BUDGET)
        .writeTimeout(BUDGET.multipliedBy(2));
  }

  private static void stale(CacheSettingsBuilder settings) {
    settings.staleTtl(TTL);
  }

  private Cache<Long, String> holdingAStaleValue(CacheManager manager) {
    Cache<Long, String> cache = manager.cache(CacheContract.USERS);
    cache.put(1L, "old");
    clock.advance(TTL);
    noteAll();
    return cache;
  }

  @Test
  void i2_findingAStaleValueAndTakingTheLeaseToLoadOverItIsOneRead() {
    try (CacheManager manager = manager(OneBudgetTest::stale)) {
      assertThat(holdingAStaleValue(manager).get(1L, key -> "new")).isEqualTo("new");
      assertOneBudget(Call.READ_OR_LEASE, Call.TRY_LEASE);
    }
  }

  @Test
  void i2_lettingAStaleValueGoThatHasNoSourceIsOneFill() {
    try (CacheManager manager = manager(OneBudgetTest::stale)) {
      assertThat(holdingAStaleValue(manager).get(1L, key -> null)).isNull();
      assertOneBudget(Call.RELEASE, Call.REMOVE_ALL);
    }
  }

  @Test
  void i2_aFillThatIsRefusedAndTheEndOfItsLeaseAreOneFill() {
    try (CacheManager manager = manager(settings -> {})) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      store
          .faults()
          .beforeCalls(
              (call, key) -> {
                note(call);
                if (call == Call.FILL) {
                  throw new RefusedException("no room", null);
                }
              });
      assertThat(cache.get(1L, key -> "one")).isEqualTo("one");
      assertOneBudget(Call.FILL, Call.RELEASE);
    }
  }

  @Test
  void findingThatSomebodyElseHasRefreshedIsOneRead() {
    try (CacheManager manager = manager(settings -> settings.refreshAfter(TTL.dividedBy(2)));
        CacheManager other = manager(store.connect(), settings -> {})) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      cache.put(1L, "old");
      clock.advance(TTL.dividedBy(2));
      store.faults().beforeCalls((call, key) -> refreshedBy(other, call));
      assertThat(cache.get(1L, key -> "not asked")).isEqualTo("old");
      Soon.until(() -> asked.stream().anyMatch(each -> each.call() == Call.RELEASE));
      assertOneBudget(Call.TRY_LEASE, Call.RELEASE);
    }
  }

  private void refreshedBy(CacheManager other, Call call) {
    if (call == Call.TRY_LEASE) {
      other.<Long, String>cache(CacheContract.USERS).put(1L, "new");
    }
    note(call);
  }
}
