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

  /** Of a value that lives as long as another's. */
  Entry(Entry<?> other, @Nullable V value) {
    this.value = value;
    this.deadlineNanos = other.deadlineNanos;
    this.precise = other.precise;
  }

  /** An entry that is served from now until the deadline. */
  static <V> Entry<V> until(long deadlineNanos, @Nullable V value, Clock clock) {
    return new Entry<>(deadlineNanos, value, clock);
  }

  /** The value as it is held; callers may have that of {@link #hit} alone. */
  final @Nullable V value() {
    return value;
  }

  /** The entry with its value as one caller may have it; null if nobody can. */
  @Nullable Entry<V> hit() {
    return this;
  }

  /** The same value, served from now until another deadline. */
  Entry<V> until(long newDeadlineNanos, Clock clock) {
    return new Entry<>(newDeadlineNanos, value, clock);
  }

  boolean isLive(Clock clock) {
    return deadlineNanos > clock.coarseNanos()
        && (!precise || deadlineNanos > clock.preciseNanos());
  }
}
