package dev.larder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one cache of which a write could not be confirmed: whether the store did it is not
 * known, and the other processes have not been told. They are kept until the store has evicted
 * them; of too many, the whole cache is.
 *
 * <p>Every time that a key is kept it gets a new stamp, and a delivery takes away only what has
 * still the stamp that it saw: what is kept while it is delivered stays.
 */
final class KeptEvicts {
  /** The most keys of a cache: beyond, it is cleared. */
  static final int MOST_KEYS = 10_000;

  private static final int BATCH = 500;
  private static final Logger LOGGER = LoggerFactory.getLogger(KeptEvicts.class);

  private final Supplier<String> cache;
  private final Delivery delivery;
  private final Events events;
  private final Runnable onKept;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Long> keys = new ConcurrentHashMap<>();
  private volatile boolean any;
  private volatile long all;
  private long stamps;
  private long deliveredKeys;

  /**
   * Of one cache.
   *
   * @param onKept is run when something is kept
   */
  KeptEvicts(Supplier<String> cache, Delivery delivery, Events events, Runnable onKept) {
    this.cache = cache;
    this.delivery = delivery;
    this.events = events;
    this.onKept = onKept;
  }

  /** Evicts from the store and tells the other processes; throws if either is not confirmed. */
  interface Delivery {
    /** These keys. */
    void evict(List<String> keyTexts);

    /** Every key. */
    void clear();
  }

  /** Keeps the evicts of these keys. */
  void keep(Collection<String> keyTexts) {
    if (!keyTexts.isEmpty()) {
      kept(locked(() -> add(keyTexts)));
    }
  }

  /** Keeps the clear of the cache. */
  void keepClear() {
    kept(locked(this::addClear));
  }

  /** What changed for those who listen. */
  private enum Change {
    NOTHING,
    BEGUN,
    ALL
  }

  private Change add(Collection<String> keyTexts) {
    if (all != 0) {
      // The clear that waits may be on its way already; this one comes after it.
      all = ++stamps;
      return Change.NOTHING;
    }
    boolean begun = !any;
    any = true;
    keyTexts.forEach(text -> keys.put(text, ++stamps));
    return keys.size() > MOST_KEYS ? addClear() : begun ? Change.BEGUN : Change.NOTHING;
  }

  private Change addClear() {
    boolean first = all == 0;
    all = ++stamps;
    any = true;
    keys.clear();
    return first ? Change.ALL : Change.NOTHING;
  }

  private void kept(Change change) {
    if (change != Change.NOTHING) {
      events.tell(new CacheEvent.EvictsKept(cache.get(), change == Change.ALL ? -1 : keys.size()));
    }
    onKept.run();
  }

  boolean isEmpty() {
    return !any;
  }

  /** Whether the key's entry in the store may be outdated. */
  boolean holds(String keyText) {
    return any && (all != 0 || keys.containsKey(keyText));
  }

  /** How many wait; a clear is one. */
  long count() {
    return all != 0 ? 1 : keys.size();
  }

  /**
   * Delivers what is kept by now.
   *
   * @throws CacheException if something could not be delivered, and is kept still
   */
  void deliver() {
    long last = locked(() -> stamps);
    for (Batch batch = next(last); !batch.isEmpty(); batch = next(last)) {
      deliver(batch);
      Batch done = batch;
      long ended = locked(() -> remove(done));
      if (ended != 0) {
        events.tell(new CacheEvent.EvictsDelivered(cache.get(), ended));
      }
    }
  }

  /** What this store can never do is given up; all else that fails is tried again. */
  private void deliver(Batch batch) {
    try {
      if (batch.clear() != 0) {
        delivery.clear();
      } else {
        delivery.evict(new ArrayList<>(batch.keys().keySet()));
      }
    } catch (CacheException e) {
      if (e.isRetryable()) {
        throw e;
      }
      LOGGER.warn("{} cannot be delivered, so that its store may hold old values", this, e);
    }
  }

  /**
   * Some of what is kept, each with its stamp.
   *
   * @param clear 0 where keys are to be evicted
   */
  private record Batch(long clear, Map<String, Long> keys) {
    boolean isEmpty() {
      return clear == 0 && keys.isEmpty();
    }
  }

  private Batch next(long last) {
    return locked(
        () -> {
          Map<String, Long> some = new LinkedHashMap<>();
          keys.entrySet().stream()
              .filter(entry -> entry.getValue() <= last)
              .limit(BATCH)
              .forEach(entry -> some.put(entry.getKey(), entry.getValue()));
          return new Batch(all > last ? 0 : all, some);
        });
  }

  /** Gives how many have been delivered since nothing was kept, if that is so again, and else 0. */
  private long remove(Batch batch) {
    if (batch.clear() != 0) {
      all = all == batch.clear() ? 0 : all;
      deliveredKeys = -1;
    } else {
      batch.keys().forEach(keys::remove);
      deliveredKeys += deliveredKeys < 0 ? 0 : batch.keys().size();
    }
    any = all != 0 || !keys.isEmpty();
    long ended = any ? 0 : deliveredKeys;
    deliveredKeys = any ? deliveredKeys : 0;
    return ended;
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return all != 0 ? "a clear of " + cache.get() : keys.size() + " evicts of " + cache.get();
  }
}
