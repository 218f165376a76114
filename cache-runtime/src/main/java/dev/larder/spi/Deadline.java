package dev.larder.spi;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * By when the call of a store that the current thread makes must have ended. The engine sets it; a
 * {@link Punctual} store bounds each of its waits by what is left.
 */
public final class Deadline {
  /** So that the sum with any moment does not overflow. */
  private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

  private static final ThreadLocal<@Nullable Long> END_NANOS = new ThreadLocal<>();

  private Deadline() {}

  /**
   * How long the current thread may wait from now on, in nanoseconds.
   *
   * @param mostNanos how long the store itself would wait; the answer where nothing else is set
   * @return 0 if the time is over
   */
  public static long nanosLeft(long mostNanos) {
    Long end = END_NANOS.get();
    return end == null ? mostNanos : Math.max(0, Math.min(mostNanos, end - System.nanoTime()));
  }

  /**
   * Makes a call that must have ended within the budget, and within what is left of an outer one.
   */
  public static <T extends @Nullable Object> T within(Duration budget, Supplier<T> call) {
    Long outer = END_NANOS.get();
    long most = Math.min(LONGEST_NANOS, TimeUnit.NANOSECONDS.convert(budget));
    END_NANOS.set(System.nanoTime() + nanosLeft(most));
    try {
      return call.get();
    } finally {
      if (outer == null) {
        END_NANOS.remove();
      } else {
        END_NANOS.set(outer);
      }
    }
  }
}
