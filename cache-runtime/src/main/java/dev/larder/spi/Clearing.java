package dev.larder.spi;

/**
 * Capability: makes all entries of a cache absent at once, in a time that does not depend on how
 * many there are.
 */
public interface Clearing {
  /**
   * The store as one cache sees it, with the capabilities that the store has for entries. Closing
   * it does nothing.
   *
   * @param cacheKey how the cache's key texts begin: each is this text itself, or this text, a
   *     colon and more
   */
  CacheStore open(String cacheKey);

  /** A store for the entries of one cache. */
  interface CacheStore extends Store {
    /**
     * Makes every entry absent and breaks every lease. When this returns, no later read of any
     * process finds what was put or filled before, and no fill is kept whose lease was granted
     * before.
     */
    void clear();
  }
}
