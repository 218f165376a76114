package dev.larder;

import dev.larder.spi.Leasing.Lease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a distributed tier answered to a read.
 *
 * @param <V> the values
 */
sealed interface Reading<V> {
  /**
   * There is a value.
   *
   * @param rest what is left of its life; zero: no end; null: the store cannot tell, so that a
   *     local tier must not keep it (I7)
   * @param askedNanos when the store was asked, by the manager's clock: time on the way is lived
   */
  record Found<V>(@Nullable V value, @Nullable Duration rest, long askedNanos)
      implements Reading<V> {}

  /** There is no value, and nobody will be told whether the reader may fill. */
  record Absent<V>() implements Reading<V> {}

  /**
   * There is no value, and the reader may fill while the lease stands.
   *
   * @param lease to be filled or released
   * @param others what was there that this process cannot read, and others can; null: nothing
   */
  record Leased<V>(Lease lease, @Nullable Others others) implements Reading<V> {
    /** A lease on a key without anything that is to be kept. */
    Leased(Lease lease) {
      this(lease, null);
    }
  }

  /**
   * There is no value, and another process loads it.
   *
   * @param rest when that one's lease ends at the latest
   */
  record Held<V>(Duration rest) implements Reading<V> {}

  /**
   * The store did not answer.
   *
   * @param cause its fault
   */
  record Unavailable<V>(CacheException cause) implements Reading<V> {}
}
