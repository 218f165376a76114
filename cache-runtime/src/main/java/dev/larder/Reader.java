package dev.larder;

import dev.larder.internal.load.Load;
import dev.larder.internal.load.Load.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads through the tiers of one cache: local tier, loads under way, distributed tier, loader.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class Reader<K, V> {
  private final Tiers<V> tiers;

  Reader(Tiers<V> tiers) {
    this.tiers = tiers;
  }

  <X extends Throwable> @Nullable V get(
      @Nullable K key,
      Loader<? super @Nullable K, ? extends V, X> loader,
      Predicate<? super V> unless)
      throws X {
    Object heapKey = NullKey.of(key);
    while (!tiers.isClosed()) {
      Entry<V> entry = tiers.hit(heapKey);
      if (entry != null) {
        tiers.counters.localHit();
        return entry.value();
      }
      Outcome<V> outcome = joinOrLoad(heapKey, () -> ownCode(loader, key), unless);
      if (!(outcome instanceof Outcome.Abandoned)) {
        return result(outcome, key, loader);
      }
    }
    return ownCode(loader, key);
  }

  /** Loads whether or not a tier holds a value, and keeps what was loaded. */
  <X extends Throwable> @Nullable V refresh(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader) throws X {
    if (tiers.isClosed()) {
      return ownCode(loader, key);
    }
    Object heapKey = NullKey.of(key);
    try (LoadRun<V> run = LoadRun.refreshing(tiers, heapKey)) {
      return result(run.refresh(() -> ownCode(loader, key)), key, loader);
    }
  }

  /** What the tiers hold; loads nothing. */
  Lookup<V> lookup(@Nullable K key) {
    Object heapKey = NullKey.of(key);
    Entry<V> entry = tiers.hit(heapKey);
    if (entry != null) {
      tiers.counters.localHit();
      return new Lookup.Hit<>(entry.value());
    }
    return tiers.isClosed() || !tiers.distributed.isPresent()
        ? missed()
        : lookupDistributed(heapKey);
  }

  private Lookup<V> lookupDistributed(Object heapKey) {
    try (LoadRun<V> run = LoadRun.reading(tiers, heapKey)) {
      run.join();
      Reading<V> reading = run.read();
      if (reading instanceof Reading.Found<V> found) {
        return new Lookup.Hit<>(found.value());
      }
      tiers.counters.miss();
      return reading instanceof Reading.Unavailable<V> unavailable
          ? new Lookup.Failure<>(unavailable.cause())
          : new Lookup.Miss<>();
    }
  }

  /**
   * The values of those keys that have one; the distributed tier is asked for all others at once.
   */
  Map<K, V> getAll(Collection<? extends K> keys) {
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
      missing.forEach(key -> runs.put(key, LoadRun.reading(tiers, key)));
      runs.values().forEach(LoadRun::join);
      Map<Object, Reading<V>> readings = tiers.distributed.readAll(missing);
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

  private Lookup<V> missed() {
    tiers.counters.miss();
    return new Lookup.Miss<>();
  }

  /** What is left of the entry's life; zero: no end; null: no entry. Counts nothing. */
  @Nullable Duration timeToLive(@Nullable K key) {
    if (tiers.isClosed()) {
      return null;
    }
    Object heapKey = NullKey.of(key);
    if (tiers.distributed.isPresent()) {
      return tiers.distributed.read(heapKey) instanceof Reading.Found<V> found
          ? found.rest()
          : null;
    }
    Entry<V> entry = tiers.local.live(heapKey);
    return entry == null ? null : tiers.restOf(entry);
  }

  boolean contains(@Nullable K key) {
    Object heapKey = NullKey.of(key);
    return tiers.served(heapKey) != null
        || (!tiers.isClosed() && tiers.distributed.read(heapKey) instanceof Reading.Found);
  }

  private Outcome<V> joinOrLoad(
      Object heapKey, LoadRun.Source<V> source, Predicate<? super V> unless) {
    try (LoadRun<V> run = LoadRun.reading(tiers, heapKey)) {
      Load<V> joined = run.join();
      if (joined == null) {
        return run.load(source, unless);
      }
      // What a refresh will replace is served until it has.
      return joined.isRefresh() && run.read() instanceof Reading.Found<V> found
          ? new Outcome.Found<>(found.value())
          : await(joined);
    }
  }

  private Outcome<V> await(Load<V> load) {
    try {
      Outcome<V> outcome = unshared(load.await(tiers.patience));
      if (outcome instanceof Outcome.Found) {
        tiers.counters.distributedHit();
      } else if (!(outcome instanceof Outcome.Abandoned)) {
        tiers.counters.miss();
      }
      return outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      tiers.counters.miss();
      return new Outcome.Unawaited<>();
    }
  }

  /** Who cannot have a copy of the other's value might as well not have waited. */
  private Outcome<V> unshared(Outcome<V> outcome) {
    try {
      if (outcome instanceof Outcome.Loaded<V> loaded) {
        return new Outcome.Loaded<>(tiers.unshared(loaded.value()));
      }
      return outcome instanceof Outcome.Found<V> found
          ? new Outcome.Found<>(tiers.unshared(found.value()))
          : outcome;
    } catch (CacheCodecException e) {
      return new Outcome.Unawaited<>();
    }
  }

  private <X extends Throwable> @Nullable V result(
      Outcome<V> outcome, @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader)
      throws X {
    if (outcome instanceof Outcome.Loaded<V> loaded) {
      return loaded.value();
    }
    if (outcome instanceof Outcome.Found<V> found) {
      return found.value();
    }
    if (outcome instanceof Outcome.Threw<V> threw) {
      throw Reader.<X>theVeryObject(threw.cause());
    }
    return instead(key, loader);
  }

  /** Waiting was given up: the method's own code answers, and nothing is kept. */
  private <X extends Throwable> @Nullable V instead(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader) throws X {
    long start = System.nanoTime();
    boolean loaded = false;
    try {
      V value = ownCode(loader, key);
      loaded = true;
      return value;
    } finally {
      long nanos = System.nanoTime() - start;
      if (loaded) {
        tiers.counters.load(nanos);
      } else {
        tiers.counters.loadFailure(nanos);
      }
    }
  }

  @SuppressWarnings(
      "NullAway") // a loader of this cache takes a null key where its callers give one
  private static <K, V, X extends Throwable> @Nullable V ownCode(
      Loader<? super @Nullable K, ? extends V, X> loader, @Nullable K key) throws X {
    return loader.load(key);
  }

  /** Loaders of one key have the same checked exceptions, so that the compiler's view holds. */
  // Thrown as it is, whatever it is: X is only the compiler's name for it.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X theVeryObject(Throwable cause) throws X {
    throw (X) cause;
  }
}
