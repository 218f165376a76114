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

  /** Whether there is one on this thread, and when it ends; of no class that could be unloaded. */
  private static final ThreadLocal<long[]> ENDS = ThreadLocal.withInitial(() -> new long[2]);

  private static final int IS_SET = 0;
  private static final int END_NANOS = 1;

  private Deadline() {}

  /**
   * How long the current thread may wait from now on, in nanoseconds.
   *
   * @param mostNanos how long the store itself would wait; the answer where nothing else is set
   * @return 0 if the time is over
   */
  public static long nanosLeft(long mostNanos) {
    long[] end = ENDS.get();
    return end[IS_SET] == 0
        ? mostNanos
        : Math.max(0, Math.min(mostNanos, end[END_NANOS] - System.nanoTime()));
  }

  /**
   * Makes a call that must have ended within the budget, and within what is left of an outer one.
   */
  public static <T extends @Nullable Object> T within(Duration budget, Supplier<T> call) {
    long[] end = ENDS.get();
    long wasSet = end[IS_SET];
    long outer = end[END_NANOS];
    long most = Math.min(LONGEST_NANOS, TimeUnit.NANOSECONDS.convert(budget));
    end[END_NANOS] = System.nanoTime() + nanosLeft(most);
    end[IS_SET] = 1;
    try {
      return call.get();
    } finally {
      end[IS_SET] = wasSet;
      end[END_NANOS] = outer;
    }
  }
}
