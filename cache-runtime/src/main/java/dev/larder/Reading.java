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
  /** The value that may be served if a load fails; null if there is none. */
  default @Nullable Found<V> old() {
    return null;
  }

  /** The same answer with a stale value that is known from before; of a found value, itself. */
  default Reading<V> withOld(@Nullable Found<V> found) {
    return this;
  }

  /**
   * There is a value.
   *
   * @param rest what is left of its life; zero: no end; null: the store cannot tell, so that a
   *     local tier must not keep it (I7)
   * @param askedNanos when the store was asked, by the manager's clock: time on the way is lived
   */
  record Found<V>(@Nullable V value, @Nullable Duration rest, long askedNanos)
      implements Reading<V> {}

  /**
   * There is no value, and nobody will be told whether the reader may fill.
   *
   * @param old a stale value that is there; null: nothing is known of one
   */
  record Absent<V>(@Nullable Found<V> old) implements Reading<V> {
    /** Nothing is there. */
    Absent() {
      this(null);
    }

    @Override
    public Reading<V> withOld(@Nullable Found<V> found) {
      return new Absent<>(found);
    }
  }

  /**
   * There is no value, or one that is to be loaded over, and the reader may fill while the lease
   * stands.
   *
   * @param lease to be filled or released
   * @param others what was there that this process cannot read, and others can; null: nothing
   * @param old the value that was there when the lease was granted; null: none
   */
  record Leased<V>(Lease lease, @Nullable Others others, @Nullable Found<V> old)
      implements Reading<V> {
    /** A lease on a key without anything that is to be kept. */
    Leased(Lease lease) {
      this(lease, null, null);
    }

    /** A lease on a key with what others wrote. */
    Leased(Lease lease, @Nullable Others others) {
      this(lease, others, null);
    }

    @Override
    public Reading<V> withOld(@Nullable Found<V> found) {
      return new Leased<>(lease, others, found);
    }
  }

  /**
   * There is no value, and another process loads it.
   *
   * @param rest when that one's lease ends at the latest
   * @param old a stale value that is there; null: nothing is known of one
   */
  record Held<V>(Duration rest, @Nullable Found<V> old) implements Reading<V> {
    /** Nothing is there. */
    Held(Duration rest) {
      this(rest, null);
    }

    @Override
    public Reading<V> withOld(@Nullable Found<V> found) {
      return new Held<>(rest, found);
    }
  }

  /**
   * The store did not answer.
   *
   * @param cause its fault
   * @param old a stale value that it told of before; null: nothing is known of one
   */
  record Unavailable<V>(CacheException cause, @Nullable Found<V> old) implements Reading<V> {
    /** It told of nothing. */
    Unavailable(CacheException cause) {
      this(cause, null);
    }

    @Override
    public Reading<V> withOld(@Nullable Found<V> found) {
      return new Unavailable<>(cause, found);
    }
  }
}
