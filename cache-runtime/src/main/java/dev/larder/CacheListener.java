package dev.larder;

/**
 * Hears what happens to the caches of a manager: {@link CacheManagerBuilder#listener} takes one,
 * and those that {@link java.util.ServiceLoader} finds hear of every manager.
 */
@FunctionalInterface
public interface CacheListener {
  /**
   * Something happened. Called by the thread that it happened in, which waits meanwhile, and by
   * several threads at once. What it throws is logged and reaches nobody.
   */
  void on(CacheEvent event);
}
