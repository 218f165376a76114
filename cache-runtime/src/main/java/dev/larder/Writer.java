package dev.larder;

import dev.larder.internal.text.Glob;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the tiers of one cache: distributed tier first, then the local one, then word to the
 * other processes.
 *
 * @param <V> the values
 */
final class Writer<V> {
  private final Tiers<V> tiers;
  private final KeySpace keys;

  Writer(Tiers<V> tiers, KeySpace keys) {
    this.tiers = tiers;
    this.keys = keys;
  }

  /** Replaces the entry. */
  void put(Object key, @Nullable V value, Duration life) {
    if (!tiers.distributed.isPresent()) {
      tiers.fence.write(key, () -> putLocal(key, value, life));
      return;
    }
    long since = tiers.clock.preciseNanos();
    boolean stored = false;
    tiers.fence.beginWrite(key);
    try {
      tiers.distributed.put(key, value, life);
      stored = true;
    } finally {
      endPut(key, value, stored ? life : null, since);
    }
    tiers.distributed.tellEvicted(key);
  }

  boolean putLocal(Object key, @Nullable V value, Duration life) {
    tiers.putLocal(key, value, life, tiers.clock.preciseNanos());
    return true;
  }

  void endPut(Object key, @Nullable V value, @Nullable Duration life, long since) {
    tiers.fence.endWrite(
        key, () -> tiers.putLocal(key, value, life, since), () -> tiers.local.remove(key));
  }

  /** Removes the entry; gives whether there was one. */
  boolean evict(Object key) {
    if (!tiers.distributed.isPresent()) {
      return removeLocal(key);
    }
    boolean removed;
    tiers.fence.beginWrite(key);
    try {
      removed = tiers.distributed.remove(key);
    } finally {
      endEvict(key);
    }
    tiers.distributed.tellEvicted(key);
    return removed;
  }

  private boolean removeLocal(Object key) {
    boolean[] removed = {false};
    tiers.fence.write(
        key,
        () -> {
          removed[0] = tiers.local.remove(key);
          return true;
        });
    return removed[0];
  }

  private void endEvict(Object key) {
    Runnable remove = () -> tiers.local.remove(key);
    tiers.fence.endWrite(key, remove, remove);
  }

  /** Removes the entry if it has this value; gives whether it did. */
  boolean evict(Object key, V ifValue) {
    if (!tiers.distributed.isPresent()) {
      return removeLocalIf(key, ifValue);
    }
    boolean removed;
    tiers.fence.beginWrite(key);
    try {
      removed = tiers.distributed.removeIf(key, value -> Objects.equals(value, ifValue));
    } finally {
      endEvict(key);
    }
    if (removed) {
      tiers.distributed.tellEvicted(key);
    }
    return removed;
  }

  /** Compares outside the fence's update: the user's {@code equals} may use the cache itself. */
  private boolean removeLocalIf(Object key, V ifValue) {
    Entry<V> entry = tiers.local.live(key);
    while (entry != null && Objects.equals(entry.value, ifValue)) {
      Entry<V> seen = entry;
      if (tiers.fence.write(key, () -> tiers.local.remove(key, seen))) {
        return true;
      }
      entry = tiers.local.live(key);
    }
    return false;
  }

  /** Gives the entry a new life, counted from now; gives whether there was one. */
  boolean touch(Object key, Duration life) {
    if (!tiers.distributed.isPresent()) {
      Present<V> present = new Present<>();
      tiers.fence.write(key, () -> touchLocal(key, life, present));
      return present.entry != null;
    }
    boolean touched;
    try {
      touched = tiers.distributed.touch(key, life);
    } finally {
      // The entry is read anew with its new rest of life; a local one could outlive it (I7), even
      // where the store took the new life and its answer was lost.
      tiers.dropLocal(key);
    }
    if (touched) {
      tiers.distributed.tellEvicted(key);
    }
    return touched;
  }

  /** Changes no value, so that a load under way may go on: never a write. */
  private boolean touchLocal(Object key, Duration life, Present<V> present) {
    Entry<V> seen = tiers.local.live(key);
    present.entry = seen != null && tiers.touchLocal(key, seen, life) ? seen : null;
    return false;
  }

  /** Removes the entries whose parts' text matches; gives how many there were. */
  long evictMatching(String pattern) {
    Glob glob = glob(pattern);
    Set<Object> candidates = new HashSet<>(tiers.local.keys());
    candidates.addAll(tiers.fence.keys());
    Predicate<Object> matches = key -> glob.matches(keys.partsText(key));
    try {
      tiers.distributed.scan(candidates::add);
    } catch (CacheException e) {
      // What cannot be evicted everywhere is at least not served from here.
      candidates.stream().filter(matches).forEach(tiers::dropLocal);
      throw e;
    }
    return candidates.stream().filter(matches).filter(this::evict).count();
  }

  private static Glob glob(String pattern) {
    try {
      return Glob.of(pattern);
    } catch (IllegalArgumentException e) {
      throw new CacheValidationException(
          Quoted.text(pattern) + " is not a pattern of keys: " + e.getMessage(), e);
    }
  }

  /** Removes every entry. */
  void clear() {
    try {
      tiers.distributed.clear();
    } finally {
      tiers.clearLocal();
    }
    tiers.distributed.tellCleared();
  }

  /** What an update of the fence saw. */
  private static final class Present<V> {
    private @Nullable Entry<V> entry;
  }
}
