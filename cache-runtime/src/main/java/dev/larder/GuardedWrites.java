package dev.larder;

import dev.larder.internal.clock.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writes of a cache, a store's fault made an answer.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class GuardedWrites<K, V> implements FailSafeCache<K, V> {
  private static final WriteResult DONE = new WriteResult.Done();

  private static final Logger LOGGER = LoggerFactory.getLogger(GuardedWrites.class);

  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Cache<K, V> cache;
  private final FaultSpell failing;

  GuardedWrites(Cache<K, V> cache, Clock clock) {
    this.cache = cache;
    this.failing = new FaultSpell(clock, QUIET);
  }

  @Override
  public WriteResult put(@Nullable K key, @Nullable V value) {
    return guard(() -> cache.put(key, value));
  }

  @Override
  public WriteResult put(@Nullable K key, @Nullable V value, Duration timeToLive) {
    return guard(() -> cache.put(key, value, timeToLive));
  }

  @Override
  public WriteResult putAll(Map<? extends K, ? extends V> entries) {
    return guard(() -> cache.putAll(entries));
  }

  @Override
  public WriteResult touch(@Nullable K key, Duration timeToLive) {
    return guard(() -> cache.touch(key, timeToLive));
  }

  @Override
  public WriteResult evict(@Nullable K key) {
    return guard(() -> cache.evict(key));
  }

  @Override
  public WriteResult evictAll(Collection<? extends K> keys) {
    return guard(() -> cache.evictAll(keys));
  }

  @Override
  public WriteResult evictMatching(String glob) {
    return guard(() -> cache.evictMatching(glob));
  }

  @Override
  public WriteResult clear() {
    return guard(cache::clear);
  }

  /** Runs a write. What begins to fail, and what ends to, is logged once; a store's own, by it. */
  WriteResult guard(Runnable write) {
    try {
      write.run();
    } catch (CacheException e) {
      if (!e.isRetryable()) {
        tellOf(e);
      }
      return new WriteResult.Failed(e);
    }
    if (failing.endsWithSuccess()) {
      LOGGER.info("writes to the {} succeed again", cache);
    }
    return DONE;
  }

  private void tellOf(CacheException fault) {
    if (failing.beginsWithFault()) {
      LOGGER.warn("writes to the {} fail; callers go on without", cache, fault);
    }
  }
}
