package dev.larder;

import dev.larder.internal.clock.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What a local tier holds for a key.
 *
 * @param <V> the values
 */
class Entry<V> {
  private final @Nullable V value;

  /** The instant, by the manager's clock, from which on this entry is not served. */
  final long deadlineNanos;

  /** Lives under a second would feel the coarse clock's tick, and are measured without it. */
  private final boolean precise;

  /** An entry that is served from now until the deadline. */
  Entry(long deadlineNanos, @Nullable V value, Clock clock) {
    this.value = value;
    this.deadlineNanos = deadlineNanos;
    this.precise = deadlineNanos - clock.preciseNanos() < Clock.PRECISE_BELOW_NANOS;
  }

  /** An entry that is served from now until the deadline. */
  static <V> Entry<V> until(long deadlineNanos, @Nullable V value, Clock clock) {
    return new Entry<>(deadlineNanos, value, clock);
  }

  /** The value, as its caller may have it. */
  @Nullable V value() {
    return value;
  }

  boolean isLive(Clock clock) {
    return deadlineNanos > clock.coarseNanos()
        && (!precise || deadlineNanos > clock.preciseNanos());
  }
}
