package dev.larder;

import dev.larder.internal.text.Glob;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the tiers of one cache: distributed tier first, then the local one, then word to the
 * other processes.
 *
 * @param <V> the values
 */
final class Writer<V> {
  /** How many keys of a pattern are evicted at a time. */
  private static final int BATCH = 500;

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
    tiers.distributed.tellWritten(List.of(key));
  }

  /** Replaces each entry. */
  void putAll(Map<Object, Valued<V>> puts) {
    if (!tiers.distributed.isPresent()) {
      puts.forEach((key, put) -> put(key, put.value(), put.life()));
    } else if (!puts.isEmpty()) {
      putAllDistributed(puts);
    }
  }

  private void putAllDistributed(Map<Object, Valued<V>> puts) {
    long since = tiers.clock.preciseNanos();
    boolean[] stored = {false};
    puts.keySet().forEach(tiers.fence::beginWrite);
    try {
      tiers.distributed.putAll(puts);
      stored[0] = true;
    } finally {
      endEach(
          puts.entrySet(),
          put -> {
            Valued<V> valued = put.getValue();
            endPut(put.getKey(), valued.value(), stored[0] ? valued.life() : null, since);
          });
    }
    tiers.distributed.tellWritten(puts.keySet());
  }

  /** Ends all, whatever the end of one throws; that is thrown then. */
  private static <T> void endEach(Collection<T> begun, Consumer<T> end) {
    Throwable thrown = null;
    for (T each : begun) {
      try {
        end.accept(each);
      } catch (Throwable e) {
        thrown = e;
      }
    }
    if (thrown != null) {
      throw UnconfirmedWrites.<RuntimeException>asItIs(thrown);
    }
  }

  boolean putLocal(Object key, @Nullable V value, Duration life) {
    tiers.putLocal(key, value, life, tiers.clock.preciseNanos());
    return true;
  }

  void endPut(Object key, @Nullable V value, @Nullable Duration life, long since) {
    tiers.fence.endWrite(
        key, () -> tiers.putLocal(key, value, life, since), () -> tiers.local.remove(key));
    tiers.waiters.wake(key);
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
    tiers.distributed.tellWritten(List.of(key));
    return removed;
  }

  /** Removes each entry; gives how many there were. */
  long evictAll(Collection<Object> evicted) {
    if (!tiers.distributed.isPresent()) {
      return evicted.stream().filter(this::removeLocal).count();
    }
    return evicted.isEmpty() ? 0 : evictAllDistributed(evicted);
  }

  private long evictAllDistributed(Collection<Object> evicted) {
    long removed;
    evicted.forEach(tiers.fence::beginWrite);
    try {
      removed = tiers.distributed.removeAll(evicted);
    } finally {
      endEach(evicted, this::endEvict);
    }
    tiers.distributed.tellWritten(evicted);
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
    tiers.waiters.wake(key);
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
      tiers.distributed.tellWritten(List.of(key));
    } else {
      // The store may have lost what another process's local tier still has.
      tiers.distributed.tellEvicted(List.of(key));
    }
    return removed;
  }

  /** Compares outside the fence's update: the user's {@code equals} may use the cache itself. */
  private boolean removeLocalIf(Object key, V ifValue) {
    Entry<V> entry = tiers.local.held(key);
    while (entry != null && Objects.equals(entry.value(), ifValue)) {
      Entry<V> seen = entry;
      if (tiers.fence.write(key, () -> tiers.local.remove(key, seen))) {
        return true;
      }
      entry = tiers.local.held(key);
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
      touched = isTouchable(key) && tiers.distributed.touch(key, life);
    } finally {
      // The entry is read anew with its new rest of life; a local one could outlive it (I7), even
      // where the store took the new life and its answer was lost.
      tiers.dropLocal(key);
    }
    if (touched) {
      tiers.distributed.tellWritten(List.of(key));
    }
    return touched;
  }

  /**
   * A store gives a new life to what is stale, too, which counts as absent; what is outdated the
   * tier does not touch.
   */
  private boolean isTouchable(Object key) {
    if (tiers.aging().staleTtl().isZero() || tiers.distributed.isOutdated(key)) {
      return true;
    }
    Reading<V> present = tiers.reads.read(key);
    if (present instanceof Reading.Unavailable<V> unavailable) {
      throw unavailable.cause();
    }
    return present instanceof Reading.Found;
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
    tiers.distributed.requireScan();
    EvictedInBatches batches = new EvictedInBatches(glob);
    // A load that is under way no more has left its value in the local tier, which is next.
    Set<Object> here = new HashSet<>(tiers.fence.keys());
    here.addAll(tiers.local.keys());
    // First what this process holds: what cannot be evicted everywhere is not served from here.
    here.forEach(batches::add);
    batches.flush();
    tiers.distributed.scan(batches::add);
    batches.flush();
    // The others may have in their local tiers what the store has lost.
    tiers.distributed.tellMatched(pattern);
    return batches.count;
  }

  /** Evicts the keys that match, many at a time. */
  private final class EvictedInBatches {
    private final Glob glob;
    private final Set<Object> batch = new HashSet<>();
    private long count;

    EvictedInBatches(Glob glob) {
      this.glob = glob;
    }

    void add(Object key) {
      if (glob.matches(keys.partsText(key)) && batch.add(key) && batch.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      count += evictAll(batch);
      batch.clear();
    }
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
