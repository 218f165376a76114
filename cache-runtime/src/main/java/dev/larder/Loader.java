package dev.larder;

import org.jspecify.annotations.Nullable;

/**
 * Computes the value that a cache does not hold.
 *
 * @param <K> the keys
 * @param <V> the values
 * @param <X> the checked exception it may throw; {@link RuntimeException} for none
 */
@FunctionalInterface
public interface Loader<K extends @Nullable Object, V, X extends Throwable> {
  /**
   * The value for the key; null if there is none. What it throws reaches the caller of the cache as
   * it is.
   */
  @Nullable V load(K key) throws X;
}
