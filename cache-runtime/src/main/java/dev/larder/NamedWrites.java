package dev.larder;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the open caches of a name, whichever these are at the time, innermost first. All are
 * written to, even if one fails; the first failure is the answer.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class NamedWrites<K, V> implements FailSafeCache<K, V> {
  private final OpenCaches caches;
  private final CacheSpec<K, V> spec;

  NamedWrites(OpenCaches caches, CacheSpec<K, V> spec) {
    this.caches = caches;
    this.spec = spec;
    caches.expect(spec);
  }

  @Override
  public WriteResult put(@Nullable K key, @Nullable V value) {
    return each(cache -> cache.put(key, value));
  }

  @Override
  public WriteResult put(@Nullable K key, @Nullable V value, Duration timeToLive) {
    return each(cache -> cache.put(key, value, timeToLive));
  }

  @Override
  public WriteResult putAll(Map<? extends K, ? extends V> entries) {
    return each(cache -> cache.putAll(entries));
  }

  @Override
  public WriteResult touch(@Nullable K key, Duration timeToLive) {
    return each(cache -> cache.touch(key, timeToLive));
  }

  @Override
  public WriteResult evict(@Nullable K key) {
    return each(cache -> cache.evict(key));
  }

  @Override
  public WriteResult evictAll(Collection<? extends K> keys) {
    return each(cache -> cache.evictAll(keys));
  }

  @Override
  public WriteResult evictMatching(String glob) {
    return each(cache -> cache.evictMatching(glob));
  }

  @Override
  public WriteResult clear() {
    return each(FailSafeCache::clear);
  }

  private WriteResult each(Function<FailSafeCache<Object, Object>, WriteResult> write) {
    WriteResult first = new WriteResult.Done();
    for (Cache<Object, Object> cache : caches.named(spec)) {
      WriteResult result = write.apply(cache.failSafe());
      if (first instanceof WriteResult.Done) {
        first = result;
      }
    }
    return first;
  }
}
