package dev.larder;

import dev.larder.internal.clock.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A cache that configuration has turned off: nothing is found in it and nothing kept. What is put
 * is evicted, as other processes may use the cache and hold what was before.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class DisabledCache<K, V> implements Cache<K, V> {
  private final Cache<K, V> cache;
  private final StatsCounters counters;
  private final Tasks tasks;
  private final GuardedWrites<K, V> failSafe;

  /**
   * With what evicts.
   *
   * @param counters of the reads and loads
   * @param tasks run what its asynchronous form is asked for
   * @param clock by which its faults belong together
   */
  DisabledCache(Cache<K, V> cache, StatsCounters counters, Tasks tasks, Clock clock) {
    this.cache = cache;
    this.tasks = tasks;
    this.counters = counters;
    this.failSafe = new GuardedWrites<>(this, clock);
  }

  @Override
  public String name() {
    return cache.name();
  }

  @Override
  public String chain() {
    return cache.chain();
  }

  @Override
  public @Nullable V localHit(@Nullable K key) {
    return null;
  }

  @Override
  public @Nullable V get(@Nullable K key) {
    counters.miss();
    return null;
  }

  @Override
  public <X extends Throwable> @Nullable V get(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader) throws X {
    counters.miss();
    return load(key, Objects.requireNonNull(loader, "loader"));
  }

  @Override
  public <X extends Throwable> @Nullable V get(
      @Nullable K key,
      Loader<? super @Nullable K, ? extends V, X> loader,
      Predicate<? super V> unless)
      throws X {
    Objects.requireNonNull(unless, "unless");
    return get(key, loader);
  }

  @SuppressWarnings("NullAway") // a loader of this cache takes a null key where callers give one
  private <X extends Throwable> @Nullable V load(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader) throws X {
    long start = System.nanoTime();
    boolean loaded = false;
    try {
      V value = loader.load(key);
      loaded = true;
      return value;
    } finally {
      long nanos = System.nanoTime() - start;
      if (loaded) {
        counters.load(nanos);
      } else {
        counters.loadFailure(nanos);
      }
    }
  }

  @Override
  public Lookup<V> lookup(@Nullable K key) {
    counters.miss();
    return new Lookup.Miss<>();
  }

  @Override
  public boolean contains(@Nullable K key) {
    return false;
  }

  @Override
  public Map<K, V> getAll(Collection<? extends K> keys) {
    keys.forEach(key -> counters.miss());
    return new LinkedHashMap<>();
  }

  @Override
  public @Nullable Duration timeToLive(@Nullable K key) {
    return null;
  }

  @Override
  public void put(@Nullable K key, @Nullable V value) {
    cache.evict(key);
  }

  @Override
  public void put(@Nullable K key, @Nullable V value, Duration timeToLive) {
    CacheSettings.requireDuration("timeToLive", timeToLive);
    cache.evict(key);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    cache.evictAll(entries.keySet());
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries, Duration timeToLive) {
    CacheSettings.requireDuration("timeToLive", timeToLive);
    cache.evictAll(entries.keySet());
  }

  @Override
  public @Nullable V putIfAbsent(@Nullable K key, V value) {
    Objects.requireNonNull(value, "value");
    return null;
  }

  @Override
  public boolean touch(@Nullable K key, Duration timeToLive) {
    CacheSettings.requireDuration("timeToLive", timeToLive);
    return false;
  }

  @Override
  public void evict(@Nullable K key) {
    cache.evict(key);
  }

  @Override
  public boolean evict(@Nullable K key, V ifValue) {
    return cache.evict(key, ifValue);
  }

  @Override
  public void evictAll(Collection<? extends K> keys) {
    cache.evictAll(keys);
  }

  @Override
  public long evictMatching(String glob) {
    return cache.evictMatching(glob);
  }

  @Override
  public void clear() {
    cache.clear();
  }

  @Override
  public <X extends Throwable> @Nullable V refresh(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader) throws X {
    V value = load(key, Objects.requireNonNull(loader, "loader"));
    failSafe.evict(key);
    return value;
  }

  @Override
  public <X extends Throwable> void warm(
      Collection<? extends K> keys, Loader<? super @Nullable K, ? extends V, X> loader) {
    Objects.requireNonNull(loader, "loader");
  }

  @Override
  public String keyText(@Nullable K key) {
    return cache.keyText(key);
  }

  @Override
  public CacheStats stats() {
    return cache.stats();
  }

  @Override
  public Cache<K, V> version(int version) {
    return cache.version(version);
  }

  @Override
  public AsyncCache<K, V> async() {
    return new StagedCache<>(this, tasks);
  }

  @Override
  public FailSafeCache<K, V> failSafe() {
    return failSafe;
  }

  @Override
  public String toString() {
    return cache + ", which is disabled";
  }
}
