package dev.larder;

import dev.larder.internal.clock.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A cache as those have it who ask for it by name, so that no compiler checks their keys: each is
 * held against the key shape before the cache sees it. A local tier alone would take any object,
 * and find nothing under the one that looks the same.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class CheckedCache<K, V> implements Cache<K, V> {
  private final Cache<K, V> cache;
  private final Tasks tasks;
  private final Clock clock;
  private final GuardedWrites<K, V> failSafe;

  CheckedCache(Cache<K, V> cache, Tasks tasks, Clock clock) {
    this.cache = cache;
    this.tasks = tasks;
    this.clock = clock;
    this.failSafe = new GuardedWrites<>(this, clock);
  }

  /** The key, which has a text if it is of the shape, and is refused if not. */
  private @Nullable K checked(@Nullable K key) {
    cache.keyText(key);
    return key;
  }

  private <C extends Collection<? extends K>> C checked(C keys) {
    keys.forEach(this::checked);
    return keys;
  }

  private <W> Map<? extends K, W> checked(Map<? extends K, W> entries) {
    entries.keySet().forEach(this::checked);
    return entries;
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
    return cache.localHit(checked(key));
  }

  @Override
  public @Nullable V get(@Nullable K key) {
    return cache.get(checked(key));
  }

  @Override
  public <X extends Throwable> @Nullable V get(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader) throws X {
    return cache.get(checked(key), loader);
  }

  @Override
  public <X extends Throwable> @Nullable V get(
      @Nullable K key,
      Loader<? super @Nullable K, ? extends V, X> loader,
      Predicate<? super V> unless)
      throws X {
    return cache.get(checked(key), loader, unless);
  }

  @Override
  public Lookup<V> lookup(@Nullable K key) {
    return cache.lookup(checked(key));
  }

  @Override
  public boolean contains(@Nullable K key) {
    return cache.contains(checked(key));
  }

  @Override
  public Map<K, V> getAll(Collection<? extends K> keys) {
    return cache.getAll(checked(keys));
  }

  @Override
  public @Nullable Duration timeToLive(@Nullable K key) {
    return cache.timeToLive(checked(key));
  }

  @Override
  public void put(@Nullable K key, @Nullable V value) {
    cache.put(checked(key), value);
  }

  @Override
  public void put(@Nullable K key, @Nullable V value, Duration timeToLive) {
    cache.put(checked(key), value, timeToLive);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    cache.putAll(checked(entries));
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries, Duration timeToLive) {
    cache.putAll(checked(entries), timeToLive);
  }

  @Override
  public @Nullable V putIfAbsent(@Nullable K key, V value) {
    return cache.putIfAbsent(checked(key), value);
  }

  @Override
  public boolean touch(@Nullable K key, Duration timeToLive) {
    return cache.touch(checked(key), timeToLive);
  }

  @Override
  public void evict(@Nullable K key) {
    cache.evict(checked(key));
  }

  @Override
  public boolean evict(@Nullable K key, V ifValue) {
    return cache.evict(checked(key), ifValue);
  }

  @Override
  public void evictAll(Collection<? extends K> keys) {
    cache.evictAll(checked(keys));
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
    return cache.refresh(checked(key), loader);
  }

  @Override
  public <X extends Throwable> void warm(
      Collection<? extends K> keys, Loader<? super @Nullable K, ? extends V, X> loader) throws X {
    cache.warm(checked(keys), loader);
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
    return new CheckedCache<>(cache.version(version), tasks, clock);
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
    return cache.toString();
  }
}
