package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.internal.envelope.Envelope;
import java.time.Duration;

/**
 * What other builds, or processes with another codec, wrote under a key, as it was when the lease
 * to load it was granted. While that lease stands none of it is outdated, so that a fill may carry
 * it over.
 *
 * @param envelope their variants of the value
 * @param rest what was left of their life; zero: no end
 * @param askedNanos from when that counts
 */
record Others(Envelope envelope, Duration rest, long askedNanos) {
  /** Whether there is some of their life left. */
  boolean isAlive(Clock clock) {
    return rest.isZero() || restNow(clock).compareTo(Duration.ZERO) > 0;
  }

  /** The life of an entry that is to hold these too: none of them may outlive its own time (I7). */
  Duration life(Duration own, Clock clock) {
    return rest.isZero() ? own : Lifetimes.shorter(own, restNow(clock));
  }

  private Duration restNow(Clock clock) {
    return rest.minusNanos(clock.preciseNanos() - askedNanos);
  }
}
