package dev.larder.internal.clock;

import java.util.function.LongSupplier;

/** A clock that asks its source each time. */
public final class PreciseClock extends Clock {
  private final LongSupplier source;
  private final long origin;

  /** A clock over nanoseconds of any origin, such as {@link System#nanoTime}. */
  public PreciseClock(LongSupplier source) {
    this.source = source;
    this.origin = source.getAsLong();
  }

  @Override
  public long coarseNanos() {
    return preciseNanos();
  }

  @Override
  public long preciseNanos() {
    return source.getAsLong() - origin;
  }

  @Override
  public void close() {
    // There is nothing to give up.
  }
}
