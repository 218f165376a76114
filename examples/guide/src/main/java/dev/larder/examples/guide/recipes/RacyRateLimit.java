package dev.larder.examples.guide.recipes;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import java.time.Duration;

/** What goes wrong: a limit that requests slip through. */
public final class RacyRateLimit {
  private final Cache<String, Integer> requests;
  private final int limit;
  private final Duration window;
  private final Runnable meanwhile;

  /**
   * So many requests of each user.
   *
   * @param meanwhile what happens between the read and the write of a count
   */
  public RacyRateLimit(CacheManager caches, int limit, Duration window, Runnable meanwhile) {
    this.requests =
        caches.cache(
            CacheSpec.of(
                "shared",
                "racy-requests",
                KeyShape.single(PartTypes.STRING),
                ValueType.of(Integer.class)));
    this.limit = limit;
    this.window = window;
    this.meanwhile = meanwhile;
  }

  /** Whether a request of the user may go on. */
  // region racy
  public boolean allows(String user) {
    Integer present = requests.get(user);
    int count = present == null ? 1 : present + 1;
    meanwhile.run(); // others read the same count
    if (count > limit) {
      return false;
    }
    requests.put(user, count, window); // all write the same, and the window begins anew
    return true;
  }
  // endregion
}
