package dev.larder.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Real time, which the servers' clocks go by. */
final class Elapsing {
  private Elapsing() {}

  /** Returns when the time is over, and a little more, for what was begun a little later. */
  static void await(Duration time) {
    long end = System.nanoTime() + time.toNanos() + Duration.ofMillis(50).toNanos();
    for (long rest = time.toNanos(); rest > 0; rest = end - System.nanoTime()) {
      LockSupport.parkNanos(rest);
    }
  }
}
