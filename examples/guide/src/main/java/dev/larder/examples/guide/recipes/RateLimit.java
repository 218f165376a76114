package dev.larder.examples.guide.recipes;

import dev.larder.CacheConnectionException;
import dev.larder.CacheManager;
import dev.larder.CacheTimeoutException;
import dev.larder.Counters;
import java.time.Duration;

/** So many requests of each user in a window of time. */
public final class RateLimit {
  private final Counters requests;
  private final long limit;
  private final Duration window;
  private final boolean withoutStore;

  /**
   * A limit.
   *
   * @param limit how many requests a window has
   * @param window begins with a user's first request
   * @param withoutStore whether requests may go on while the store is down
   */
  public RateLimit(CacheManager caches, long limit, Duration window, boolean withoutStore) {
    this.requests = caches.counters("shared", "requests");
    this.limit = limit;
    this.window = window;
    this.withoutStore = withoutStore;
  }

  /** Whether a request of the user may go on. */
  // region limit
  public boolean allows(String user) {
    try {
      return requests.increment(user, 1, window) <= limit;
    } catch (CacheConnectionException | CacheTimeoutException e) {
      return withoutStore; // true: fail open; false: fail closed
    }
  }
  // endregion
}
