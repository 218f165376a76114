package dev.larder;

import java.time.Duration;

/**
 * A read that wants the lease to load, and lets another process's load end first: it asks again
 * when it hears that the lease has ended, and in growing pauses, until there is a value, a lease,
 * or the end of its patience.
 */
final class PatientRead {
  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(1).toNanos();
  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  /** Where the end of the lease is told of, asking is for the case that the word is lost. */
  private static final long LONGEST_PAUSE_UNLESS_TOLD_NANOS = Duration.ofMillis(250).toNanos();

  private PatientRead() {}

  /**
   * What the distributed tier has in the end; {@link Reading.Held} if the other neither filled nor
   * let go within two lease times, the last question included, or this thread was interrupted.
   */
  static <V> Reading<V> of(Tiers<V> tiers, Object key) {
    Reading<V> reading = tiers.reads.readOrLease(key);
    if (!(reading instanceof Reading.Held<V> held)) {
      return reading;
    }
    tiers.counters.leaseWait();
    long deadline = tiers.clock.deadlineAfter(patience(tiers, held));
    // What is told before this thread is known to wait is found by its first question after that.
    try (Waiters.Waiter waiter = tiers.waiters.add(key)) {
      return askAgain(tiers, key, held, deadline, waiter);
    }
  }

  private static <V> Reading<V> askAgain(
      Tiers<V> tiers, Object key, Reading<V> held, long deadline, Waiters.Waiter waiter) {
    Reading<V> reading = held;
    long longest =
        tiers.distributed.tellsOfLeases() ? LONGEST_PAUSE_UNLESS_TOLD_NANOS : LONGEST_PAUSE_NANOS;
    long pause = FIRST_PAUSE_NANOS;
    while (reading instanceof Reading.Held && tiers.clock.preciseNanos() < deadline) {
      waiter.await(Math.min(pause, deadline - tiers.clock.preciseNanos()));
      if (Thread.currentThread().isInterrupted() || tiers.isClosed()) {
        return reading;
      }
      pause = Math.min(2 * pause, longest);
      reading = tiers.reads.readOrLease(key);
    }
    return reading;
  }

  /**
   * The lease of a holder that died ends within one lease time. Of all who wait for that, one is
   * the next holder, and has as long to load; a slow one's is renewed, so that what it says is left
   * of it is not all of it. The last question is asked early enough to be answered within that.
   */
  private static Duration patience(Tiers<?> tiers, Reading.Held<?> held) {
    return tiers.patience.isZero()
        ? held.rest()
        : tiers.patience.multipliedBy(2).minus(last(tiers));
  }

  /** How long the last question may take; however long that is, the next holder has its time. */
  private static Duration last(Tiers<?> tiers) {
    Duration asked = tiers.distributed.readTimeout();
    Duration most = tiers.patience.dividedBy(4);
    return asked.compareTo(most) < 0 ? asked : most;
  }
}
