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

  /** The same value with other ends. */
  Entry<V> until(Ends ends, Clock clock) {
    return ends.isOne()
        ? new Entry<>(ends.overNanos(), value, clock)
        : AgingEntry.of(ends, value, clock, null);
  }

  /** Whether it is served. */
  boolean isLive(Clock clock) {
    return isHeld(clock);
  }

  /** Whether a hit is to start a refresh. */
  boolean isDue(Clock clock) {
    return false;
  }

  /** Makes the entry due at another time; gives false if it is not due, or another did so first. */
  boolean postpone(long untilNanos, Clock clock) {
    return false;
  }

  /** When it is no longer served but where a load fails. */
  long freshNanos() {
    return deadlineNanos;
  }

  /** Whether its time is not over, though it may be stale. */
  final boolean isHeld(Clock clock) {
    return deadlineNanos > clock.coarseNanos()
        && (!precise || deadlineNanos > clock.preciseNanos());
  }
}
