package dev.larder;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A read that wants the lease to load, and lets another process's load end first: it asks again, in
 * growing pauses, until there is a value, a lease, or the end of its patience.
 */
final class PatientRead {
  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(1).toNanos();
  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private PatientRead() {}

  /**
   * What the distributed tier has in the end; {@link Reading.Held} if the other neither filled nor
   * let go within two lease times, or this thread was interrupted.
   */
  static <V> Reading<V> of(Tiers<V> tiers, Object key) {
    Reading<V> reading = tiers.distributed.readOrLease(key);
    if (!(reading instanceof Reading.Held<V> held)) {
      return reading;
    }
    long deadline = tiers.clock.deadlineAfter(patience(tiers, held));
    long pause = FIRST_PAUSE_NANOS;
    while (reading instanceof Reading.Held && tiers.clock.preciseNanos() < deadline) {
      LockSupport.parkNanos(tiers, pause);
      if (Thread.currentThread().isInterrupted() || tiers.isClosed()) {
        return reading;
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
      reading = tiers.distributed.readOrLease(key);
    }
    return reading;
  }

  /**
   * The lease of a holder that died ends within one lease time. Of all who wait for that, one is
   * the next holder, and has as long to load; a slow one's is renewed, so that what it says is left
   * of it is not all of it.
   */
  private static Duration patience(Tiers<?> tiers, Reading.Held<?> held) {
    return tiers.patience.isZero() ? held.rest() : tiers.patience.multipliedBy(2);
  }
}
