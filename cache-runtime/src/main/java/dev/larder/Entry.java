package dev.larder;

import dev.larder.internal.clock.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What a local tier holds for a key.
 *
 * @param <V> the values
 */
final class Entry<V> {
  final @Nullable V value;

  /** The instant, by the manager's clock, from which on this entry is not served. */
  final long deadlineNanos;

  /** Lives under a second would feel the coarse clock's tick, and are measured without it. */
  private final boolean precise;

  private Entry(@Nullable V value, long deadlineNanos, boolean precise) {
    this.value = value;
    this.deadlineNanos = deadlineNanos;
    this.precise = precise;
  }

  /** An entry that is served from now until the deadline. */
  static <V> Entry<V> until(long deadlineNanos, @Nullable V value, Clock clock) {
    boolean precise = deadlineNanos - clock.preciseNanos() < Clock.PRECISE_BELOW_NANOS;
    return new Entry<>(value, deadlineNanos, precise);
  }

  boolean isLive(Clock clock) {
    return deadlineNanos > clock.coarseNanos()
        && (!precise || deadlineNanos > clock.preciseNanos());
  }
}
