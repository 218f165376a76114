package dev.larder;

import dev.larder.internal.clock.Clock;
import org.jspecify.annotations.Nullable;

/** An entry whose value nobody else has: whoever asks gets a copy. */
final class CopiedEntry<V> extends Entry<V> {
  private final Copies<V> copies;

  private CopiedEntry(long deadlineNanos, @Nullable V copy, Clock clock, Copies<V> copies) {
    super(deadlineNanos, copy, clock);
    this.copies = copies;
  }

  /**
   * An entry of a copy of the value.
   *
   * @throws CacheCodecException if it cannot be copied
   */
  static <V> CopiedEntry<V> of(
      long deadlineNanos, @Nullable V value, Clock clock, Copies<V> copies) {
    return new CopiedEntry<>(deadlineNanos, copies.of(value), clock, copies);
  }

  @Override
  @Nullable Entry<V> hit() {
    try {
      return new Entry<>(this, copies.of(value()));
    } catch (CacheCodecException e) {
      return null;
    }
  }

  @Override
  Entry<V> until(Ends ends, Clock clock) {
    return ends.isOne()
        ? new CopiedEntry<>(ends.overNanos(), value(), clock, copies)
        : AgingEntry.of(ends, value(), clock, copies);
  }
}
