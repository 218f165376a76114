package dev.larder;

import java.time.Duration;

/**
 * Numbers by name that are counted up and down atomically, such as requests of a user within a
 * minute. They are no entries of a cache: a store holds each as plain decimal digits, which other
 * clients can read, under {@link #keyText}. Safe for use by several threads at once.
 *
 * <p>All methods but {@link #keyText} throw a {@link CacheException} for a store's fault.
 */
public interface Counters {
  /**
   * Adds to a counter, which begins at zero.
   *
   * @param timeToLive of the counter if this begins it; zero for no end. One that has begun keeps
   *     its end
   * @return the counter afterwards
   * @throws CacheValidationException if the time is negative, or the sum is none that the store can
   *     hold
   */
  long increment(String key, long by, Duration timeToLive);

  /** Subtracts, as {@link #increment} adds. Not every store can count below zero. */
  default long decrement(String key, long by, Duration timeToLive) {
    return increment(key, Math.negateExact(by), timeToLive);
  }

  /** The counter; zero if it has not begun or its time is over. */
  long get(String key);

  /**
   * Ends a counter, so that it begins anew.
   *
   * @return whether there was one
   */
  boolean reset(String key);

  /** The key under which a store holds the counter: {@code prefix:version:name~counter:key}. */
  String keyText(String key);
}
