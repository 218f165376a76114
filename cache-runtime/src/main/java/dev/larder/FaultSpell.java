package dev.larder;

import dev.larder.internal.clock.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Faults that come now and then, and are one to whoever reads the log: they last from the first one
 * to the first success after there was none for a while.
 */
final class FaultSpell {
  private final Clock clock;
  private final long quietNanos;
  private final AtomicBoolean lasts = new AtomicBoolean();
  private volatile long lastNanos;

  /** A spell that has not begun, and ends after so long a time without a fault. */
  FaultSpell(Clock clock, Duration quiet) {
    this.clock = clock;
    this.quietNanos = quiet.toNanos();
  }

  boolean lasts() {
    return lasts.get();
  }

  /** Takes note of a fault; gives whether the spell begins with it. */
  boolean beginsWithFault() {
    lastNanos = clock.preciseNanos();
    return lasts.compareAndSet(false, true);
  }

  /** Gives whether the spell ends with this success. */
  boolean endsWithSuccess() {
    return lasts.get()
        && clock.preciseNanos() - lastNanos >= quietNanos
        && lasts.compareAndSet(true, false);
  }
}
