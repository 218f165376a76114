package dev.larder;

import dev.larder.internal.load.Load;
import dev.larder.internal.load.Load.Outcome;
import dev.larder.internal.load.StackReserve;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thread's read of one key behind the local tier. While its load is registered in the fence,
 * other readers of the key wait for it, and a write of the key unregisters it, so that what it
 * found is not kept. Closing it frees the key and whoever waits, however it ended.
 *
 * @param <V> the values
 */
final class LoadRun<V> implements AutoCloseable {
  private final Tiers<V> tiers;
  private final Object key;
  private final Load<V> load;
  private Outcome<V> forOthers = new Outcome.Abandoned<>();

  private LoadRun(Tiers<V> tiers, Object key, boolean isRefresh) {
    this.tiers = tiers;
    this.key = key;
    this.load = new Load<>(isRefresh);
  }

  /** A read; it may {@link #join} another one. */
  static <V> LoadRun<V> reading(Tiers<V> tiers, Object key) {
    StackReserve.require();
    return new LoadRun<>(tiers, key, false);
  }

  /** A refresh, registered instead of whatever load there is. */
  static <V> LoadRun<V> refreshing(Tiers<V> tiers, Object key) {
    StackReserve.require();
    LoadRun<V> run = new LoadRun<>(tiers, key, true);
    tiers.fence.replace(key, run.load);
    return run;
  }

  /**
   * Where a value comes from.
   *
   * @param <V> the value
   */
  @FunctionalInterface
  interface Source<V> {
    @Nullable V load() throws Throwable;
  }

  /** Registers this load; gives the other one that is registered already, if there is. */
  @Nullable Load<V> join() {
    Load<V> joined = tiers.fence.join(key, load);
    return joined == load ? null : joined;
  }

  /** Finds the value in a tier, or loads and keeps it. */
  Outcome<V> load(Source<V> source, Predicate<? super V> unless) {
    Entry<V> entry = tiers.hit(key);
    if (entry != null) {
      // Another load ended between this thread's look at the local tier and its registration.
      tiers.counters.localHit();
      return new Outcome.Found<>(entry.value());
    }
    Reading<V> reading = readToLoad();
    if (reading instanceof Reading.Found<V> found) {
      tiers.counters.distributedHit();
      promote(found);
      return ends(new Outcome.Found<>(found.value()));
    }
    tiers.counters.miss();
    return loadAndKeep(reading, source, unless);
  }

  /** A cache without leases fills as over a store that has none. */
  private Reading<V> readToLoad() {
    return tiers.lifetimes().leases() ? PatientRead.of(tiers, key) : tiers.distributed.read(key);
  }

  /** Loads and keeps the value, whether or not there is one. */
  Outcome<V> refresh(Source<V> source) {
    Reading<V> reading =
        tiers.lifetimes().leases() ? tiers.distributed.lease(key) : new Reading.Absent<>();
    return loadAndKeep(reading, source, value -> false);
  }

  /** Reads the distributed tier without loading, and keeps what it has in the local tier. */
  Reading<V> read() {
    return taken(tiers.distributed.read(key));
  }

  /** Keeps in the local tier what the distributed tier had for the key. */
  Reading<V> taken(Reading<V> reading) {
    if (reading instanceof Reading.Found<V> found) {
      tiers.counters.distributedHit();
      promote(found);
      ends(new Outcome.Found<>(found.value()));
    }
    return reading;
  }

  private void promote(Reading.Found<V> found) {
    tiers.fence.finish(
        key, load, () -> tiers.putLocal(key, found.value(), found.rest(), found.askedNanos()));
  }

  private Outcome<V> loadAndKeep(
      Reading<V> reading, Source<V> source, Predicate<? super V> unless) {
    V value;
    boolean keeps;
    long start = System.nanoTime();
    try {
      load.beginLoading();
      value = loaded(reading, source);
      keeps = tiers.lifetimes().keeps(value) && (value == null || !unless.test(value));
      tiers.counters.load(System.nanoTime() - start);
    } catch (Throwable cause) {
      tiers.counters.loadFailure(System.nanoTime() - start);
      letGo(reading);
      return threw(cause);
    }
    ends(new Outcome.Loaded<>(value));
    if (keeps) {
      keep(reading, value);
    } else {
      letGo(reading);
    }
    return forOthers;
  }

  private @Nullable V loaded(Reading<V> reading, Source<V> source) throws Throwable {
    if (!(reading instanceof Reading.Leased<V> leased)) {
      return source.load();
    }
    LeaseKeeper.Kept kept = tiers.keep(leased.lease());
    try {
      return source.load();
    } finally {
      kept.close();
    }
  }

  private Outcome<V> threw(Throwable cause) {
    Outcome<V> outcome = new Outcome.Threw<>(cause);
    boolean interrupted =
        cause instanceof InterruptedException || Thread.currentThread().isInterrupted();
    // That this thread was interrupted is no failure of the others' calls: one of them tries again.
    return interrupted ? outcome : ends(outcome);
  }

  /**
   * Keeps a loaded value in the distributed tier and then, if that accepted it, in the local one.
   */
  private void keep(Reading<V> reading, @Nullable V value) {
    Duration life = tiers.lifetimes().life(value);
    long since = tiers.clock.preciseNanos();
    Filling filling = fill(reading, value, life);
    if (filling instanceof Filling.Failed failed && failed.isRefusal()) {
      // The store is well, but will not have this value: others need not wait for it.
      giveUp(reading);
    }
    if (filling instanceof Filling.Refused || !keepLocally(value, lifeOf(filling, life), since)) {
      tiers.counters.refusedFill();
    }
  }

  /** What a refresh was to replace is older than what it has loaded. */
  private void giveUp(Reading<V> reading) {
    if (load.isRefresh()) {
      tiers.distributed.discard(key);
    } else {
      letGo(reading);
    }
  }

  private static Duration lifeOf(Filling filling, Duration life) {
    return filling instanceof Filling.Accepted accepted ? accepted.life() : life;
  }

  private boolean keepLocally(@Nullable V value, Duration life, long since) {
    return tiers.fence.finish(key, load, () -> tiers.putLocal(key, value, life, since));
  }

  private Filling fill(Reading<V> reading, @Nullable V value, Duration life) {
    if (reading instanceof Reading.Leased<V> leased) {
      return tiers.distributed.fill(key, leased, value, life);
    }
    if (reading instanceof Reading.Unavailable<V> unavailable) {
      // A store that just failed is not asked again.
      return new Filling.Failed(unavailable.cause());
    }
    // Under another's lease there is nothing to fill.
    return reading instanceof Reading.Absent ? fillUnleased(value, life) : new Filling.Refused();
  }

  /** Without leases, only this process's own writes are known to have come between. */
  private Filling fillUnleased(@Nullable V value, Duration life) {
    if (!tiers.fence.holds(key, load)) {
      return new Filling.Refused();
    }
    Filling filling = tiers.distributed.fill(key, null, value, life);
    if (!tiers.fence.holds(key, load)) {
      discard();
      return new Filling.Refused();
    }
    return filling;
  }

  /** Whoever read the value meanwhile may have it in the local tier. */
  private void discard() {
    Runnable remove = () -> tiers.local.remove(key);
    tiers.fence.beginWrite(key);
    try {
      tiers.distributed.discard(key);
    } finally {
      tiers.fence.endWrite(key, remove, remove);
    }
  }

  private void letGo(Reading<V> reading) {
    if (reading instanceof Reading.Leased<V> leased) {
      tiers.distributed.release(leased.lease());
    }
  }

  private Outcome<V> ends(Outcome<V> outcome) {
    forOthers = outcome;
    return outcome;
  }

  @Override
  public void close() {
    try {
      tiers.fence.finish(key, load, () -> {});
    } finally {
      load.complete(forOthers);
      load.close();
    }
  }
}
