package dev.larder;

import dev.larder.spi.RefusedException;
import java.time.Duration;

/** What became of a loaded value in the distributed tier. */
sealed interface Filling {
  /**
   * It was stored, or there is no such tier.
   *
   * @param life how long it lives there; zero: no end
   */
  record Accepted(Duration life) implements Filling {}

  /** The lease had been broken: the value may be older than a write. */
  record Refused() implements Filling {}

  /**
   * The store did not answer, or the value could not be encoded.
   *
   * @param cause the fault
   */
  record Failed(CacheException cause) implements Filling {
    /** Whether the store was well, and would not have the value. */
    boolean isRefusal() {
      return !cause.isRetryable() || cause.getCause() instanceof RefusedException;
    }
  }
}
