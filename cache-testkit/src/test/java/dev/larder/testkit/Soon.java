package dev.larder.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do. */
final class Soon {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();

  private Soon() {}

  /** Returns when it is so; throws if that takes a minute. */
  static void until(BooleanSupplier hope) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!hope.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + LIMIT);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
