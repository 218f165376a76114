package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
