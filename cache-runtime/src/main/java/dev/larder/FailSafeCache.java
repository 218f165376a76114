package dev.larder;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The writes of a {@link Cache} for callers that a store's fault must not reach (I2): each answers
 * with {@link WriteResult.Done} or {@link WriteResult.Failed}. A fault is counted either way.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public interface FailSafeCache<K, V> {
  /** As {@link Cache#put(Object, Object)}. */
  WriteResult put(@Nullable K key, @Nullable V value);

  /** As {@link Cache#put(Object, Object, Duration)}. */
  WriteResult put(@Nullable K key, @Nullable V value, Duration timeToLive);

  /** As {@link Cache#putAll(Map)}. */
  WriteResult putAll(Map<? extends K, ? extends V> entries);

  /** As {@link Cache#touch}. */
  WriteResult touch(@Nullable K key, Duration timeToLive);

  /** As {@link Cache#evict(Object)}. */
  WriteResult evict(@Nullable K key);

  /** As {@link Cache#evictAll}. */
  WriteResult evictAll(Collection<? extends K> keys);

  /** As {@link Cache#evictMatching}. */
  WriteResult evictMatching(String glob);

  /** As {@link Cache#clear}. */
  WriteResult clear();
}
