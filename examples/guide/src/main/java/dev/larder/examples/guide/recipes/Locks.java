package dev.larder.examples.guide.recipes;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Locks that one process at a time holds, for a while. */
public final class Locks {
  private final Cache<String, String> locks;

  /**
   * Locks of the chain {@code shared}, which has no local tier.
   *
   * @param life after which a lock is free, whether its holder has released it or not
   */
  // region open
  public Locks(CacheManager caches, Duration life) {
    this.locks =
        caches.cache(
            CacheSpec.of(
                    "shared",
                    "locks",
                    KeyShape.single(PartTypes.STRING),
                    ValueType.of(String.class))
                .ttl(life)
                .jitter(0));
  }

  // endregion

  /** Takes the lock; gives the token to release it with, or nothing if another holds it. */
  // region lock
  public Optional<String> tryLock(String name) {
    String token = UUID.randomUUID().toString();
    return locks.putIfAbsent(name, token) == null ? Optional.of(token) : Optional.empty();
  }

  /** Releases the lock if the token's holder still has it; gives whether that was so. */
  public boolean release(String name, String token) {
    return locks.evict(name, token);
  }
  // endregion
}
