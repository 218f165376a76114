package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.larder.CacheConnectionException;
import dev.larder.CacheTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What succeeds after some failures, which the servers need to find themselves again. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /** Returns when the store has taken a value. */
  static void writes(RedisStore store) {
    succeeds(() -> store.put("eventually:1:test:1", "one".getBytes(UTF_8), Duration.ofHours(1)));
  }

  /** Returns when this holds. */
  static void holds(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still does not hold");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Returns when this has not failed as a store does that cannot be reached. */
  static void succeeds(Runnable attempt) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        attempt.run();
        return;
      } catch (CacheConnectionException | CacheTimeoutException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
