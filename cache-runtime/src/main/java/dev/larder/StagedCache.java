package dev.larder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A cache whose every call is a task.
 *
 * @param <K> the keys
 * @param <V> the values
 */
@SuppressWarnings("NullAway") // it does not know stages of what may be null
final class StagedCache<K, V> implements AsyncCache<K, V> {
  private final Cache<K, V> cache;
  private final Tasks tasks;

  StagedCache(Cache<K, V> cache, Tasks tasks) {
    this.cache = cache;
    this.tasks = tasks;
  }

  @Override
  public CompletionStage<@Nullable V> get(@Nullable K key) {
    V hit = cache.localHit(key);
    return hit != null ? CompletableFuture.completedFuture(hit) : tasks.run(() -> cache.get(key));
  }

  @Override
  public CompletionStage<@Nullable V> get(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, ?> loader) {
    return get(key, loader, value -> false);
  }

  @Override
  public CompletionStage<@Nullable V> get(
      @Nullable K key,
      Loader<? super @Nullable K, ? extends V, ?> loader,
      Predicate<? super V> unless) {
    Objects.requireNonNull(loader, "loader");
    Objects.requireNonNull(unless, "unless");
    V hit = cache.localHit(key);
    return hit != null
        ? CompletableFuture.completedFuture(hit)
        : tasks.run(() -> cache.get(key, loader, unless));
  }

  @Override
  public CompletionStage<Lookup<V>> lookup(@Nullable K key) {
    return tasks.run(() -> cache.lookup(key));
  }

  @Override
  public CompletionStage<Boolean> contains(@Nullable K key) {
    return tasks.run(() -> cache.contains(key));
  }

  @Override
  public CompletionStage<Map<K, V>> getAll(Collection<? extends K> keys) {
    Collection<K> now = copy(keys);
    return tasks.run(() -> cache.getAll(now));
  }

  @Override
  public CompletionStage<@Nullable Duration> timeToLive(@Nullable K key) {
    return tasks.run(() -> cache.timeToLive(key));
  }

  @Override
  public CompletionStage<Void> put(@Nullable K key, @Nullable V value) {
    return tasks.does(() -> cache.put(key, value));
  }

  @Override
  public CompletionStage<Void> put(@Nullable K key, @Nullable V value, Duration timeToLive) {
    CacheSettings.requireDuration("timeToLive", timeToLive);
    return tasks.does(() -> cache.put(key, value, timeToLive));
  }

  @Override
  public CompletionStage<Void> putAll(Map<? extends K, ? extends V> entries) {
    Map<K, V> now = copy(entries);
    return tasks.does(() -> cache.putAll(now));
  }

  @Override
  public CompletionStage<Void> putAll(Map<? extends K, ? extends V> entries, Duration timeToLive) {
    CacheSettings.requireDuration("timeToLive", timeToLive);
    Map<K, V> now = copy(entries);
    return tasks.does(() -> cache.putAll(now, timeToLive));
  }

  @Override
  public CompletionStage<@Nullable V> putIfAbsent(@Nullable K key, V value) {
    Objects.requireNonNull(value, "value");
    return tasks.run(() -> cache.putIfAbsent(key, value));
  }

  @Override
  public CompletionStage<Boolean> touch(@Nullable K key, Duration timeToLive) {
    CacheSettings.requireDuration("timeToLive", timeToLive);
    return tasks.run(() -> cache.touch(key, timeToLive));
  }

  @Override
  public CompletionStage<Void> evict(@Nullable K key) {
    return tasks.does(() -> cache.evict(key));
  }

  @Override
  public CompletionStage<Boolean> evict(@Nullable K key, V ifValue) {
    return tasks.run(() -> cache.evict(key, ifValue));
  }

  @Override
  public CompletionStage<Void> evictAll(Collection<? extends K> keys) {
    Collection<K> now = copy(keys);
    return tasks.does(() -> cache.evictAll(now));
  }

  @Override
  public CompletionStage<Long> evictMatching(String glob) {
    return tasks.run(() -> cache.evictMatching(glob));
  }

  @Override
  public CompletionStage<Void> clear() {
    return tasks.does(cache::clear);
  }

  @Override
  public CompletionStage<@Nullable V> refresh(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, ?> loader) {
    Objects.requireNonNull(loader, "loader");
    return tasks.run(() -> cache.refresh(key, loader));
  }

  @Override
  public CompletionStage<Void> warm(
      Collection<? extends K> keys, Loader<? super @Nullable K, ? extends V, ?> loader) {
    Objects.requireNonNull(loader, "loader");
    Collection<K> now = copy(keys);
    return tasks.does(() -> cache.warm(now, loader));
  }

  /** Keys may be null, as a copy by {@code List.of} may not. */
  private static <K> Collection<K> copy(Collection<? extends K> keys) {
    return Collections.unmodifiableList(new ArrayList<>(keys));
  }

  private static <K, V> Map<K, V> copy(Map<? extends K, ? extends V> entries) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  @Override
  public String toString() {
    return cache.toString();
  }
}
