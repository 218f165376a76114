package dev.larder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.larder.internal.clock.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A local tier of at most so many entries, by Caffeine.
 *
 * <p>Caffeine is built without expiry: each {@link Entry} has a deadline of its own (a rest of
 * life, jitter, a TTL given with a put), which the hit compares with a coarse clock. That costs a
 * sixth of what Caffeine's variable expiry does, and allocates nothing. Entries nobody asks for any
 * more are met by the sweep.
 */
final class CaffeineTier<V> implements LocalTier<V> {
  private final Cache<Object, Entry<V>> entries;
  private final Clock clock;

  CaffeineTier(long maximumSize, Clock clock, StatsCounters counters) {
    this.clock = clock;
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(maximumSize)
            // What there is to do after a few writes takes less time than to wake another thread.
            .executor(Runnable::run)
            .<Object, Entry<V>>evictionListener((key, entry, cause) -> counters.eviction())
            .build();
  }

  @Override
  public @Nullable Entry<V> live(Object key) {
    Entry<V> entry = entries.getIfPresent(key);
    return entry != null && entry.isLive(clock) ? entry : null;
  }

  @Override
  public @Nullable Entry<V> held(Object key) {
    Entry<V> entry = entries.getIfPresent(key);
    return entry != null && entry.isHeld(clock) ? entry : null;
  }

  @Override
  public void put(Object key, Entry<V> entry) {
    entries.put(key, entry);
  }

  @Override
  public boolean replace(Object key, Entry<V> seen, Entry<V> entry) {
    // Entries are equal to none but themselves.
    return entries.asMap().replace(key, seen, entry);
  }

  @Override
  public boolean remove(Object key) {
    Entry<V> removed = entries.asMap().remove(key);
    return removed != null && removed.isLive(clock);
  }

  @Override
  public boolean remove(Object key, Entry<V> seen) {
    return entries.asMap().remove(key, seen);
  }

  @Override
  public void clear() {
    entries.invalidateAll();
  }

  @Override
  public void sweep() {
    // Removes only the very entry that was seen dead: a newer one of the key stays.
    entries
        .asMap()
        .forEach(
            (key, entry) -> {
              if (!entry.isHeld(clock)) {
                remove(key, entry);
              }
            });
  }

  @Override
  public Set<Object> keys() {
    return entries.asMap().keySet();
  }

  @Override
  public long size() {
    return entries.estimatedSize();
  }
}
