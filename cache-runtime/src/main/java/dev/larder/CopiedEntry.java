package dev.larder;

import dev.larder.internal.clock.Clock;
import org.jspecify.annotations.Nullable;

/** An entry whose value nobody else has: whoever asks gets a copy. */
final class CopiedEntry<V> extends Entry<V> {
  private final Copies<V> copies;

  /** An entry of a copy of the value. */
  CopiedEntry(long deadlineNanos, @Nullable V value, Clock clock, Copies<V> copies) {
    super(deadlineNanos, copies.of(value), clock);
    this.copies = copies;
  }

  @Override
  @Nullable V value() {
    return copies.of(super.value());
  }
}
