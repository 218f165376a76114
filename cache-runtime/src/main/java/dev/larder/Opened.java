package dev.larder;

import dev.larder.internal.envelope.Envelope;
import dev.larder.internal.envelope.Flaw;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a store are to a reader.
 *
 * @param <V> the values
 */
sealed interface Opened<V> {
  /** The value, null included. */
  record Value<V>(@Nullable V value) implements Opened<V> {}

  /**
   * Whole, but written by builds or codecs whose variants cannot be read here.
   *
   * @param envelope what they wrote; it is to be carried over when the key is filled
   */
  record NotMine<V>(Envelope envelope) implements Opened<V> {}

  /**
   * Nothing that can be read (I8).
   *
   * @param flaw what is wrong
   */
  record Bad<V>(Flaw flaw) implements Opened<V> {}
}
