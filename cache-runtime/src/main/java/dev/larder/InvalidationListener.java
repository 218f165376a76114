package dev.larder;

import dev.larder.internal.clock.Clock;
import java.util.function.Predicate;

/** Hears what other processes wrote. */
interface InvalidationListener {
  /** The key's entry is outdated. */
  void evicted(Object key);

  /** Every entry is outdated. */
  void cleared();

  /** Every entry is outdated whose key passes. */
  default void evictedIf(Predicate<Object> test) {
    cleared();
  }

  /**
   * From now on writes are heard of; every entry from before may be outdated, and so may be what
   * loads under way find. Their own callers may have it, as without messages.
   */
  default void begun() {
    cleared();
  }

  /** A lease of the key has ended. */
  default void released(Object key) {}

  /**
   * Entries may be served until then.
   *
   * @param nanos by the manager's clock; {@link Clock#NEVER}: as long as they live
   */
  default void trustedUntil(long nanos) {}
}
