package dev.larder.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Capability: counts atomically. A counter is stored as a decimal number under its key, as other
 * clients of the store can read it, and is no entry of a cache.
 */
public interface Counting {
  /**
   * Adds to a counter, which begins at zero.
   *
   * @param by negative to subtract
   * @param timeToLive of a counter that this call begins; zero for no end
   * @return the counter afterwards
   * @throws ArithmeticException if the sum does not fit into a {@code long}, or the store cannot
   *     hold it
   */
  long add(String key, long by, Duration timeToLive);

  /** The counter; null if it has not begun or its time is over. */
  @Nullable Long count(String key);

  /**
   * Ends a counter.
   *
   * @return whether there was one
   */
  boolean reset(String key);
}
