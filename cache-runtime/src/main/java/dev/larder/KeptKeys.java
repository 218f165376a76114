package dev.larder;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys that something is to be done for, each with a stamp of when it came last; of too many, a
 * stamp of all. Read by anybody, changed under a lock of the owner's.
 */
final class KeptKeys {
  /** The most keys: beyond, it is done for all. */
  static final int MOST = 10_000;

  private static final int BATCH = 500;

  private final Map<String, Long> keys = new ConcurrentHashMap<>();
  private volatile boolean any;
  private volatile long all;

  /** Adds keys, or gives a new stamp to those that are here; gives whether they became all. */
  boolean add(Collection<String> texts, long stamp) {
    if (all != 0) {
      // What is done for all may be under way; this comes after it.
      all = stamp;
      return false;
    }
    any = any || !texts.isEmpty();
    try {
      texts.forEach(text -> keys.put(text, stamp));
    } catch (OutOfMemoryError e) {
      // To keep them all takes no memory.
      addAll(stamp);
      throw e;
    }
    return keys.size() > MOST && addAll(stamp);
  }

  /** Adds all keys; gives whether they were not all before. */
  boolean addAll(long stamp) {
    boolean first = all == 0;
    all = stamp;
    any = true;
    keys.clear();
    return first;
  }

  boolean isEmpty() {
    return !any;
  }

  boolean isAll() {
    return all != 0;
  }

  /** All is looked at last: what makes room for it has set it before. */
  boolean holds(String text) {
    return any && (keys.containsKey(text) || all != 0);
  }

  /** How many there are; all are one. */
  long count() {
    return isAll() ? 1 : keys.size();
  }

  /** How many there are that are not among others. */
  long countBeside(KeptKeys others) {
    if (others.isAll()) {
      return 0;
    }
    return isAll() ? 1 : keys.keySet().stream().filter(text -> !others.holds(text)).count();
  }

  /**
   * Some of the keys, each with its stamp.
   *
   * @param all the stamp of all; 0 where only the keys are meant
   */
  record Batch(long all, Map<String, Long> keys) {
    boolean isEmpty() {
      return all == 0 && keys.isEmpty();
    }

    List<String> texts() {
      return List.copyOf(keys.keySet());
    }
  }

  /** Some of those with no later stamp than this. */
  Batch next(long last) {
    Map<String, Long> some = new LinkedHashMap<>();
    keys.entrySet().stream()
        .filter(entry -> entry.getValue() <= last)
        .limit(BATCH)
        .forEach(entry -> some.put(entry.getKey(), entry.getValue()));
    return new Batch(all > last ? 0 : all, some);
  }

  /** Removes what has still the stamps that it had. */
  void remove(Batch batch) {
    all = all == batch.all() ? 0 : all;
    batch.keys().forEach(keys::remove);
    any = all != 0 || !keys.isEmpty();
  }
}
