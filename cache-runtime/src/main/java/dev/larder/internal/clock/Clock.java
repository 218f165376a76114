package dev.larder.internal.clock;

import java.time.Duration;

/**
 * Monotonic time in nanoseconds since an origin. Deadlines are instants of it; {@link #NEVER} lies
 * after all others, so that they compare without a special case.
 */
public abstract class Clock implements AutoCloseable {
  /** The deadline of what has no end. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Lives shorter than this are measured by {@link #preciseNanos}. */
  public static final long PRECISE_BELOW_NANOS = Duration.ofSeconds(1).toNanos();

  /** Now, or up to a tick before; costs one read of a field. */
  public abstract long coarseNanos();

  /** Now. */
  public abstract long preciseNanos();

  /**
   * The instant that lies a duration from now; a duration of zero or more than some 290 years is
   * {@link #NEVER}.
   */
  public final long deadlineAfter(Duration life) {
    return deadline(preciseNanos(), life);
  }

  /** The instant at which a life ends that began at another; as {@link #deadlineAfter}. */
  public static long deadline(long beginNanos, Duration life) {
    if (life.isZero() || life.compareTo(Duration.ofNanos(NEVER)) >= 0) {
      return NEVER;
    }
    long nanos = life.toNanos();
    return nanos >= NEVER - beginNanos ? NEVER : beginNanos + nanos;
  }

  /** Gives up this use of the clock. */
  @Override
  public abstract void close();
}
