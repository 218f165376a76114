package dev.larder.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Nanoseconds that pass only when a test lets them. Safe for use by several threads at once. */
public final class FakeClock implements LongSupplier {
  private final AtomicLong nanos = new AtomicLong();

  /** A clock that stands. */
  public FakeClock() {}

  @Override
  public long getAsLong() {
    return nanos.get();
  }

  /**
   * Lets time pass.
   *
   * @throws IllegalArgumentException if it were to run backwards
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + time);
    }
    nanos.addAndGet(time.toNanos());
  }
}
