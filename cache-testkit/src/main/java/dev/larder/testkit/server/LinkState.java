package dev.larder.testkit.server;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What happens to the bytes of a connection.
 *
 * @param delay how long each takes
 * @param stalled the ways on which none arrives
 */
record LinkState(Duration delay, Set<Way> stalled) {
  static final LinkState SOUND = new LinkState(Duration.ZERO, Set.of());

  LinkState {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("The delay is negative: " + delay);
    }
    stalled = Set.copyOf(stalled);
  }

  LinkState withDelay(Duration newDelay) {
    return new LinkState(newDelay, stalled);
  }

  LinkState stalling(Way first, Way... others) {
    Set<Way> all = EnumSet.of(first, others);
    all.addAll(stalled);
    return new LinkState(delay, all);
  }

  /** When bytes arrive that were sent then; in a stall, at no time that is known. */
  long arrivalNanos(Way way, long sentNanos) {
    return stalled.contains(way) ? Long.MAX_VALUE : sentNanos + delay.toNanos();
  }
}
