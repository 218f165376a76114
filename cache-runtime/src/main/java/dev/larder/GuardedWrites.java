package dev.larder;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Writes that fail now and then are one fault, not many. */
  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final Cache<K, V> cache;
  private final AtomicBoolean failing = new AtomicBoolean();
  private volatile long failedNanos;

  GuardedWrites(Cache<K, V> cache) {
    this.cache = cache;
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
        fail(e);
      }
      return new WriteResult.Failed(e);
    }
    if (failing.get()) {
      succeed();
    }
    return DONE;
  }

  private void fail(CacheException fault) {
    failedNanos = System.nanoTime();
    if (failing.compareAndSet(false, true)) {
      LOGGER.warn("writes to the {} fail; callers go on without", cache, fault);
    }
  }

  private void succeed() {
    if (System.nanoTime() - failedNanos >= QUIET_NANOS && failing.compareAndSet(true, false)) {
      LOGGER.info("writes to the {} succeed again", cache);
    }
  }
}
