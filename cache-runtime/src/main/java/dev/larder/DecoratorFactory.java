package dev.larder;

/**
 * Makes the generated decorator of one type. Written by the processor and found by {@link
 * java.util.ServiceLoader}; {@link CacheManager#decorate} is the way to call it.
 *
 * @param <T> the decorated type
 */
public interface DecoratorFactory<T> {
  /** The type that carries the annotations. */
  Class<T> type();

  /**
   * A decorator that caches in the manager's caches and delegates what is not cached.
   *
   * @throws CacheConfigurationException if a decorator of this type takes more than a delegate; it
   *     names the constructor to call
   */
  T decorate(CacheManager caches, T delegate);
}
