package dev.larder;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the open caches of a name, whichever these are at the time, innermost first. All are
 * written to, even if one fails; the first failure is the answer.
 *
 * <p>While none is open in this process, others may have it: what is evicted is evicted from the
 * stores of all chains. What is put is evicted too, since nobody knows where and how long to keep
 * it.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class NamedWrites<K, V> implements FailSafeCache<K, V> {
  private final OpenCaches caches;
  private static final Logger LOGGER = LoggerFactory.getLogger(NamedWrites.class);

  private final CacheSpec<K, V> spec;
  private final AtomicBoolean warned = new AtomicBoolean();
  private volatile @Nullable List<Cache<Object, Object>> elsewhere;

  NamedWrites(OpenCaches caches, CacheSpec<K, V> spec) {
    this.caches = caches;
    this.spec = spec;
    caches.expect(spec);
  }

  @Override
  public WriteResult put(@Nullable K key, @Nullable V value) {
    return puts(cache -> cache.put(key, value), cache -> cache.evict(key));
  }

  @Override
  public WriteResult put(@Nullable K key, @Nullable V value, Duration timeToLive) {
    return puts(cache -> cache.put(key, value, timeToLive), cache -> cache.evict(key));
  }

  @Override
  public WriteResult putAll(Map<? extends K, ? extends V> entries) {
    return puts(cache -> cache.putAll(entries), cache -> cache.evictAll(entries.keySet()));
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
    List<Cache<Object, Object>> open = caches.named(spec.name());
    return open.isEmpty() ? toElsewhere(write) : toAll(open, write);
  }

  /**
   * Who opens the cache amidst this may have read what it removes, and hears nothing of it: of
   * one's own manager no cache does.
   */
  private WriteResult toElsewhere(Function<FailSafeCache<Object, Object>, WriteResult> write) {
    WriteResult result = toAll(elsewhere(), write);
    WriteResult ofOpened = toAll(caches.named(spec.name()), write);
    return result instanceof WriteResult.Done ? ofOpened : result;
  }

  private WriteResult puts(
      Function<FailSafeCache<Object, Object>, WriteResult> put,
      Function<FailSafeCache<Object, Object>, WriteResult> evict) {
    List<Cache<Object, Object>> open = caches.named(spec.name());
    if (!open.isEmpty()) {
      return toAll(open, put);
    }
    WriteResult evicted = toElsewhere(evict);
    if (warned.compareAndSet(false, true)) {
      LOGGER.warn("the cache {} is not open here: what is put into it is evicted", spec.name());
    }
    return evicted instanceof WriteResult.Failed ? evicted : notOpen();
  }

  private WriteResult notOpen() {
    return new WriteResult.Failed(
        new CacheConfigurationException(
            "the cache "
                + spec.name()
                + " is not open here, so that its chain is not known; state it by using"));
  }

  private List<Cache<Object, Object>> elsewhere() {
    if (caches.isClosed()) {
      return List.of();
    }
    List<Cache<Object, Object>> made = elsewhere;
    if (made == null) {
      made = caches.elsewhere(spec);
      elsewhere = made;
    }
    return made;
  }

  private static WriteResult toAll(
      List<Cache<Object, Object>> caches,
      Function<FailSafeCache<Object, Object>, WriteResult> write) {
    WriteResult first = new WriteResult.Done();
    for (Cache<Object, Object> cache : caches) {
      WriteResult result = write.apply(cache.failSafe());
      if (first instanceof WriteResult.Done) {
        first = result;
      }
    }
    return first;
  }
}
