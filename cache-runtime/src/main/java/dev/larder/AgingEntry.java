package dev.larder;

import dev.larder.internal.clock.Clock;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/** An entry that is due, stale or both before it is over. */
final class AgingEntry<V> extends Entry<V> {
  @SuppressWarnings("rawtypes") // an updater is of a class, which has no arguments
  private static final AtomicLongFieldUpdater<AgingEntry> DUE =
      AtomicLongFieldUpdater.newUpdater(AgingEntry.class, "dueNanos");

  private final @Nullable Copies<V> copies;
  private final long freshNanos;

  /** As in {@link Entry}, of the fresh life. */
  private final boolean precise;

  /** The entry that this one was copied from for one caller, or this one. */
  private final AgingEntry<V> origin;

  private volatile long dueNanos;

  private AgingEntry(Ends ends, @Nullable V value, Clock clock, @Nullable Copies<V> copies) {
    super(ends.overNanos(), value, clock);
    this.copies = copies;
    this.freshNanos = ends.freshNanos();
    this.precise = freshNanos - clock.preciseNanos() < Clock.PRECISE_BELOW_NANOS;
    this.dueNanos = ends.dueNanos();
    this.origin = this;
  }

  private AgingEntry(AgingEntry<V> origin, @Nullable V copy) {
    super(origin, copy);
    this.copies = null;
    this.freshNanos = origin.freshNanos;
    this.precise = origin.precise;
    this.origin = origin;
  }

  /**
   * An entry.
   *
   * @param copies gives each caller its own value; null: they share it
   */
  static <V> Entry<V> of(Ends ends, @Nullable V value, Clock clock, @Nullable Copies<V> copies) {
    return new AgingEntry<>(ends, value, clock, copies);
  }

  @Override
  boolean isLive(Clock clock) {
    return freshNanos > clock.coarseNanos()
        && (!precise || freshNanos > clock.preciseNanos())
        && isHeld(clock);
  }

  @Override
  boolean isDue(Clock clock) {
    return origin.dueNanos <= clock.coarseNanos();
  }

  @Override
  boolean postpone(long untilNanos, Clock clock) {
    long due = origin.dueNanos;
    return due <= clock.coarseNanos() && DUE.compareAndSet(origin, due, untilNanos);
  }

  @Override
  long freshNanos() {
    return Math.min(freshNanos, deadlineNanos);
  }

  @Override
  @Nullable Entry<V> hit() {
    if (copies == null) {
      return this;
    }
    try {
      return new AgingEntry<>(this, copies.of(value()));
    } catch (CacheCodecException e) {
      return null;
    }
  }

  @Override
  Entry<V> until(Ends ends, Clock clock) {
    return of(ends, value(), clock, copies);
  }
}
