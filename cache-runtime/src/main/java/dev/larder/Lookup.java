package dev.larder;

import org.jspecify.annotations.Nullable;

/**
 * What a cache holds for a key.
 *
 * @param <V> the values
 */
public sealed interface Lookup<V> {
  /**
   * There is an entry.
   *
   * @param value its value; null where a null result is kept
   */
  record Hit<V>(@Nullable V value) implements Lookup<V> {}

  /** There is no entry. */
  record Miss<V>() implements Lookup<V> {}

  /**
   * A store could not answer.
   *
   * @param cause what the store's fault was
   */
  record Failure<V>(CacheException cause) implements Lookup<V> {}
}
