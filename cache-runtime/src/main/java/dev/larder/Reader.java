package dev.larder;

import dev.larder.Reloads.Order;
import dev.larder.Reloads.Reload;
import dev.larder.internal.load.Load;
import dev.larder.internal.load.Load.Outcome;
import java.time.Duration;
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
        if (entry.isDue(tiers.clock)) {
          refresh(entry, new Order<>(heapKey, () -> ownCode(loader, key), unless));
        }
        return entry.value();
      }
      Outcome<V> outcome = joinOrLoad(new Order<>(heapKey, () -> ownCode(loader, key), unless));
      if (!(outcome instanceof Outcome.Abandoned)) {
        return result(outcome, key, loader);
      }
    }
    return ownCode(loader, key);
  }

  /** While the refresh runs, and for a moment if it fails, hits are as any others. */
  private void refresh(Entry<V> due, Order<V> order) {
    if (due.postpone(tiers.clock.preciseNanos() + Reloads.PAUSE_NANOS, tiers.clock)) {
      tiers.reloads.refresh(order, due.freshNanos());
    }
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
    try (LoadRun<V> run = LoadRun.looking(tiers, heapKey)) {
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
      return tiers.reads.read(heapKey) instanceof Reading.Found<V> found && found.rest() != null
          ? tiers.aging().freshRest(found.rest())
          : null;
    }
    Entry<V> entry = tiers.local.live(heapKey);
    return entry == null ? null : tiers.restOf(entry);
  }

  boolean contains(@Nullable K key) {
    Object heapKey = NullKey.of(key);
    return tiers.served(heapKey) != null
        || (!tiers.isClosed() && tiers.reads.read(heapKey) instanceof Reading.Found);
  }

  private Outcome<V> joinOrLoad(Order<V> order) {
    Outcome<V> outcome;
    Reading.Found<V> present;
    try (LoadRun<V> run = LoadRun.reading(tiers, order.key())) {
      Load<V> joined = run.join();
      if (joined == null) {
        outcome = run.load(order.source(), order.unless());
      } else {
        outcome = joined.isRefresh() ? duringRefresh(order.key(), run, joined) : await(joined);
      }
      present = run.present();
    }
    if (present != null) {
      refreshIfDue(present, order);
    }
    return outcome instanceof Outcome.AtHand<V> old ? besideLoad(old, order) : outcome;
  }

  private void refreshIfDue(Reading.Found<V> present, Order<V> order) {
    if (!tiers.aging().isNone() && present.rest() != null) {
      long freshUntil = tiers.aging().freshUntil(present.rest(), present.askedNanos());
      if (tiers.reads.isDue(present, freshUntil)) {
        tiers.reloads.refresh(order, freshUntil);
      }
    }
  }

  /** What a refresh will replace is served until it has. */
  private Outcome<V> duringRefresh(Object key, LoadRun<V> run, Load<V> refresh) {
    Reading<V> reading = run.read();
    if (reading instanceof Reading.Found<V> found) {
      return new Outcome.Found<>(found.value());
    }
    Reading.Found<V> old =
        tiers.aging().loadTimeout().isZero() ? null : tiers.reads.atHand(key, reading);
    if (old == null) {
      return await(refresh);
    }
    tiers.counters.miss();
    return new Outcome.AtHand<>(old.value(), LiveReads.overNanos(old));
  }

  /** Loads in the background, and gives the old value if that takes long or fails. */
  private Outcome<V> besideLoad(Outcome.AtHand<V> old, Order<V> order) {
    Entry<V> before = tiers.local.held(order.key());
    Reload<V> reload = tiers.reloads.reload(order);
    Outcome<V> outcome = reload == null ? null : reload.within(tiers.aging().loadTimeout());
    if (outcome != null && isAnswer(outcome)) {
      return unshared(outcome);
    }
    if (before != null && tiers.local.held(order.key()) != before) {
      // Somebody has evicted or put it meanwhile: what there is now is read anew.
      return new Outcome.Abandoned<>();
    }
    Load<V> only = reload == null ? null : reload.withoutOld();
    if (only != null) {
      return withoutOld(only, outcome);
    }
    if (old.overNanos() <= tiers.clock.preciseNanos()) {
      return outcome != null ? outcome : new Outcome.Unawaited<>();
    }
    tiers.counters.staleHit();
    if (reload != null && reload.isFirstToTell()) {
      Throwable cause = outcome instanceof Outcome.Threw<V> threw ? threw.cause() : null;
      tiers.reloads.tellStale(order.key(), cause);
    }
    return new Outcome.Stale<>(old.value());
  }

  /** The store has nothing older: there is what its load gives, and nothing before that. */
  private Outcome<V> withoutOld(Load<V> load, @Nullable Outcome<V> ended) {
    if (ended == null) {
      return awaited(load);
    }
    return ended instanceof Outcome.Threw ? ended : new Outcome.Unawaited<>();
  }

  /** Whether a load in the background gave a value, or what no old value is to hide. */
  private static boolean isAnswer(Outcome<?> outcome) {
    return outcome instanceof Outcome.Loaded
        || outcome instanceof Outcome.Found
        || (outcome instanceof Outcome.Threw<?> threw && !(threw.cause() instanceof Exception));
  }

  private Outcome<V> await(Load<V> load) {
    Outcome<V> outcome = awaited(load);
    if (outcome instanceof Outcome.Stale && tiers.aging().staleTtl().isZero()) {
      // A refresh failed while its entry was alive, which this caller has not found any more.
      return new Outcome.Abandoned<>();
    }
    if (outcome instanceof Outcome.Found) {
      tiers.counters.distributedHit();
    } else if (!(outcome instanceof Outcome.Abandoned)) {
      tiers.counters.miss();
    }
    if (outcome instanceof Outcome.Stale) {
      tiers.counters.staleHit();
    }
    return outcome;
  }

  private Outcome<V> awaited(Load<V> load) {
    try {
      return unshared(load.await(tiers.patience));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unawaited<>();
    }
  }

  /** Who cannot have a copy of the other's value might as well not have waited. */
  private Outcome<V> unshared(Outcome<V> outcome) {
    try {
      if (outcome instanceof Outcome.Loaded<V> loaded) {
        return new Outcome.Loaded<>(tiers.unshared(loaded.value()));
      }
      if (outcome instanceof Outcome.Stale<V> stale) {
        return new Outcome.Stale<>(tiers.unshared(stale.value()));
      }
      if (outcome instanceof Outcome.AtHand<V> old) {
        return new Outcome.AtHand<>(tiers.unshared(old.value()), old.overNanos());
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
    if (outcome instanceof Outcome.Stale<V> stale) {
      return stale.value();
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
