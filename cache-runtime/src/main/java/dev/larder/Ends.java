package dev.larder;

import dev.larder.internal.clock.Clock;

/**
 * When an entry of a local tier is no longer what it was, by the manager's clock.
 *
 * @param dueNanos from when on a hit starts a refresh
 * @param freshNanos from when on it is stale, and no hit
 * @param overNanos from when on it is not served at all
 */
record Ends(long dueNanos, long freshNanos, long overNanos) {
  /** An entry that is as good as new until it is over. */
  static Ends at(long overNanos) {
    return new Ends(Clock.NEVER, overNanos, overNanos);
  }

  /** Whether nothing happens before it is over. */
  boolean isOne() {
    return dueNanos >= overNanos && freshNanos >= overNanos;
  }
}
