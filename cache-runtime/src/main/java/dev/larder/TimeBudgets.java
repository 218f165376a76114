package dev.larder;

import java.time.Duration;

/**
 * How long the callers of a chain's caches wait for its store.
 *
 * @param read of a read, and again of the fill of what was loaded
 * @param write of a put, an evict, a clear; of each thousand keys of a bulk
 */
record TimeBudgets(Duration read, Duration write) {
  static final TimeBudgets USUAL = new TimeBudgets(Duration.ofSeconds(1), Duration.ofSeconds(2));

  TimeBudgets withRead(Duration budget) {
    return new TimeBudgets(requireBudget("readTimeout", budget), write);
  }

  TimeBudgets withWrite(Duration budget) {
    return new TimeBudgets(read, requireBudget("writeTimeout", budget));
  }

  TimeBudgets orLonger(TimeBudgets other) {
    return new TimeBudgets(longer(read, other.read), longer(write, other.write));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Duration requireBudget(String name, Duration budget) {
    Duration required = CacheSettings.requireDuration(name, budget);
    if (required.isZero()) {
      throw new CacheValidationException(name + " must not be zero: nothing would be asked");
    }
    return required;
  }
}
