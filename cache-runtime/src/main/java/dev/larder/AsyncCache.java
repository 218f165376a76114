package dev.larder;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Cache} for callers that must not wait: each method does what the one of the same name
 * does there, on a thread of the manager's {@link CacheManagerBuilder#executor executor}, and
 * answers with a stage. A read that the local tier answers is complete when it returns. What the
 * method of {@link Cache} throws is what the stage fails with, a loader's own exception the very
 * same object; a key or argument that cannot be is thrown at once where that can be told without
 * asking a tier. A stage that is cancelled cancels nothing but itself.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public interface AsyncCache<K, V> {
  /** As {@link Cache#get(Object)}. */
  CompletionStage<@Nullable V> get(@Nullable K key);

  /** As {@link Cache#get(Object, Loader)}; the loader runs on the executor too. */
  CompletionStage<@Nullable V> get(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, ?> loader);

  /** As {@link Cache#get(Object, Loader, Predicate)}. */
  CompletionStage<@Nullable V> get(
      @Nullable K key,
      Loader<? super @Nullable K, ? extends V, ?> loader,
      Predicate<? super V> unless);

  /** As {@link Cache#lookup}. */
  CompletionStage<Lookup<V>> lookup(@Nullable K key);

  /** As {@link Cache#contains}. */
  CompletionStage<Boolean> contains(@Nullable K key);

  /** As {@link Cache#getAll}. */
  CompletionStage<Map<K, V>> getAll(Collection<? extends K> keys);

  /** As {@link Cache#timeToLive}. */
  CompletionStage<@Nullable Duration> timeToLive(@Nullable K key);

  /** As {@link Cache#put(Object, Object)}. */
  CompletionStage<Void> put(@Nullable K key, @Nullable V value);

  /** As {@link Cache#put(Object, Object, Duration)}. */
  CompletionStage<Void> put(@Nullable K key, @Nullable V value, Duration timeToLive);

  /** As {@link Cache#putAll(Map)}; what the map holds now. */
  CompletionStage<Void> putAll(Map<? extends K, ? extends V> entries);

  /** As {@link Cache#putAll(Map, Duration)}; what the map holds now. */
  CompletionStage<Void> putAll(Map<? extends K, ? extends V> entries, Duration timeToLive);

  /** As {@link Cache#putIfAbsent}. */
  CompletionStage<@Nullable V> putIfAbsent(@Nullable K key, V value);

  /** As {@link Cache#touch}. */
  CompletionStage<Boolean> touch(@Nullable K key, Duration timeToLive);

  /** As {@link Cache#evict(Object)}. */
  CompletionStage<Void> evict(@Nullable K key);

  /** As {@link Cache#evict(Object, Object)}. */
  CompletionStage<Boolean> evict(@Nullable K key, V ifValue);

  /** As {@link Cache#evictAll}; what the collection holds now. */
  CompletionStage<Void> evictAll(Collection<? extends K> keys);

  /** As {@link Cache#evictMatching}. */
  CompletionStage<Long> evictMatching(String glob);

  /** As {@link Cache#clear}. */
  CompletionStage<Void> clear();

  /** As {@link Cache#refresh}. */
  CompletionStage<@Nullable V> refresh(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, ?> loader);

  /** As {@link Cache#warm}; what the collection holds now. */
  CompletionStage<Void> warm(
      Collection<? extends K> keys, Loader<? super @Nullable K, ? extends V, ?> loader);
}
