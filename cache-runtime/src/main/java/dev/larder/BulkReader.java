package dev.larder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads many keys of one cache at once, and loads none of them.
 *
 * @param <V> the values
 */
final class BulkReader<V> {
  private final Tiers<V> tiers;

  BulkReader(Tiers<V> tiers) {
    this.tiers = tiers;
  }

  /**
   * The values of those keys that have one; the distributed tier is asked for all others at once.
   */
  <K> Map<K, V> getAll(Collection<? extends K> keys) {
    Map<Object, @Nullable V> found = new HashMap<>();
    List<Object> missing = new ArrayList<>();
    for (Object key : heapKeys(keys)) {
      Entry<V> entry = tiers.hit(key);
      if (entry == null) {
        missing.add(key);
      } else {
        tiers.counters.localHit();
        found.put(key, entry.value());
      }
    }
    readAll(missing, found);
    return inOrder(keys, found);
  }

  private static Set<Object> heapKeys(Collection<?> keys) {
    Set<Object> heapKeys = new LinkedHashSet<>();
    keys.forEach(key -> heapKeys.add(NullKey.of(key)));
    return heapKeys;
  }

  private static <K, V> Map<K, V> inOrder(
      Collection<? extends K> keys, Map<Object, @Nullable V> found) {
    Map<K, V> ordered = new LinkedHashMap<>();
    for (K key : keys) {
      V value = found.get(NullKey.of(key));
      if (value != null) {
        ordered.put(key, value);
      }
    }
    return ordered;
  }

  private void readAll(List<Object> missing, Map<Object, @Nullable V> found) {
    if (missing.isEmpty() || tiers.isClosed() || !tiers.distributed.isPresent()) {
      missing.forEach(key -> tiers.counters.miss());
      return;
    }
    Map<Object, LoadRun<V>> runs = new LinkedHashMap<>();
    try {
      missing.forEach(key -> runs.put(key, LoadRun.looking(tiers, key)));
      runs.values().forEach(LoadRun::join);
      Map<Object, Reading<V>> readings = tiers.reads.readAll(missing);
      runs.forEach((key, run) -> take(key, run, readings, found));
    } finally {
      runs.values().forEach(LoadRun::close);
    }
  }

  private void take(
      Object key,
      LoadRun<V> run,
      Map<Object, Reading<V>> readings,
      Map<Object, @Nullable V> found) {
    Reading<V> reading = readings.get(key);
    if (reading != null && run.taken(reading) instanceof Reading.Found<V> value) {
      found.put(key, value.value());
    } else {
      tiers.counters.miss();
    }
  }
}
