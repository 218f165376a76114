package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.clock.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads of managers, and the clock that one of them ticks. */
@Timeout(30)
class ThreadsTest {
  private static final CacheSpec<Long, String> USERS =
      CacheSpec.of(
          "default",
          "users",
          KeyShape.single(PartTypes.LONG),
          ValueType.of("java.lang.String", 1, true));

  private static List<Thread> ours(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .toList();
  }

  /** Waits for the end of threads that are told to end. */
  private static void assertEnd(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void theLastCloseEndsAllThreads() throws InterruptedException {
    CacheManager first = CacheManager.builder().build();
    CacheManager second = CacheManager.builder().build();
    List<Thread> clocks = ours("larder-clock").stream().filter(ThreadsTest::ticks).toList();
    List<Thread> sweepers = ours("larder-sweeper");
    assertThat(clocks).isNotEmpty().allMatch(Thread::isDaemon);
    assertThat(sweepers).hasSizeGreaterThanOrEqualTo(2).allMatch(Thread::isDaemon);
    first.close();
    second.close();
    second.close();
    assertEnd(clocks);
    assertEnd(sweepers);
  }

  private static boolean ticks(Thread clock) {
    return clock.getContextClassLoader() == null;
  }

  @Test
  void aManagerThatDoesNotComeToBeLeavesNoClockInUse() {
    AtomicBoolean closed = new AtomicBoolean();
    Clock clock =
        new Clock() {
          @Override
          public long coarseNanos() {
            return 0;
          }

          @Override
          public long preciseNanos() {
            return 0;
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };
    Environment environment =
        new Environment(
            "larder",
            1,
            clock,
            Duration.ofSeconds(10),
            new UUID(0, 1),
            Tasks.onOwnThreads(Duration.ZERO),
            new Looks());
    Map<String, Chain> unusable = Collections.singletonMap("default", null);
    assertThatThrownBy(() -> CacheManagerBuilder.open(environment, unusable, CacheOverrides.NONE))
        .isInstanceOf(NullPointerException.class);
    assertThat(closed).isTrue();
  }

  @Test
  void threadsInheritNothingOfTheOneThatOpensAManager() {
    List<String> inherited = new CopyOnWriteArrayList<>();
    InheritableThreadLocal<String> request =
        new InheritableThreadLocal<>() {
          @Override
          protected String childValue(String parentValue) {
            inherited.add(parentValue);
            return parentValue;
          }
        };
    request.set("of a request");
    CacheManager.builder().build().close();
    request.remove();
    assertThat(inherited).isEmpty();
  }

  @Test
  void aSecondManagerKeepsTheClockGoing() {
    CacheManager first = CacheManager.builder().build();
    try (CacheManager second = CacheManager.builder().build()) {
      first.close();
      Cache<Long, String> cache = second.cache(USERS.ttl(Duration.ofMillis(1_100)));
      cache.put(1L, "one");
      // Longer than a second, so that only the ticks can end it.
      while (cache.localHit(1L) != null) {
        Thread.onSpinWait();
      }
      assertThat(cache.get(1L)).isNull();
    }
  }

  @Test
  void aClockThatWasClosedTicksAgainForTheNextManager() {
    CacheManager.builder().build().close();
    try (CacheManager next = CacheManager.builder().build()) {
      Cache<Long, String> cache = next.cache(USERS.ttl(Duration.ofMillis(1_100)));
      cache.put(1L, "one");
      while (cache.localHit(1L) != null) {
        Thread.onSpinWait();
      }
      assertThat(cache.get(1L)).isNull();
    }
  }

  @Test
  void i7_aLifeUnderASecondIsMeasuredWithoutTheTick() {
    try (CacheManager manager = CacheManager.builder().build()) {
      Cache<Long, String> cache = manager.cache(USERS);
      for (int i = 0; i < 50; i++) {
        cache.put(1L, "one", Duration.ofMillis(1));
        long over = System.nanoTime() + Duration.ofMillis(1).toNanos();
        while (System.nanoTime() < over) {
          Thread.onSpinWait();
        }
        assertThat(cache.localHit(1L)).isNull();
      }
    }
  }

  @Test
  void thePreciseClockNeedsNoThread() throws InterruptedException {
    String before = System.getProperty("larder.clock");
    System.setProperty("larder.clock", "precise");
    try (CacheManager manager = CacheManager.builder().build()) {
      // One that an earlier test has closed may still be ending.
      assertEnd(ours("larder-clock"));
      Cache<Long, String> cache = manager.cache(USERS);
      cache.put(1L, "one", Duration.ofMinutes(1));
      assertThat(cache.localHit(1L)).isEqualTo("one");
    } finally {
      if (before == null) {
        System.clearProperty("larder.clock");
      } else {
        System.setProperty("larder.clock", before);
      }
    }
  }
}
