package dev.larder;

import dev.larder.Reading.Found;
import dev.larder.internal.load.Load;
import dev.larder.internal.load.Load.Outcome;
import dev.larder.internal.load.StackReserve;
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
  private final Filler<V> filler;
  private Outcome<V> forOthers = new Outcome.Abandoned<>();
  private @Nullable Found<V> present;
  private volatile boolean withoutOld;

  private LoadRun(Tiers<V> tiers, Object key, Load<V> load) {
    this.tiers = tiers;
    this.key = key;
    this.load = load;
    this.filler = new Filler<>(tiers, key, load);
  }

  /** A read; it may {@link #join} another one. */
  static <V> LoadRun<V> reading(Tiers<V> tiers, Object key) {
    StackReserve.require();
    return new LoadRun<>(tiers, key, new Load<>(false));
  }

  /** A read that will not load; who will does not wait for it. */
  static <V> LoadRun<V> looking(Tiers<V> tiers, Object key) {
    StackReserve.require();
    return new LoadRun<>(tiers, key, Load.looking());
  }

  /** A refresh, registered instead of whatever load there is. */
  static <V> LoadRun<V> refreshing(Tiers<V> tiers, Object key) {
    StackReserve.require();
    LoadRun<V> run = new LoadRun<>(tiers, key, new Load<>(true));
    tiers.fence.replace(key, run.load);
    return run;
  }

  /** A refresh that is to {@link #join} what there is, so that it runs only where nothing does. */
  static <V> LoadRun<V> renewing(Tiers<V> tiers, Object key) {
    StackReserve.require();
    return new LoadRun<>(tiers, key, new Load<>(true));
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

  /** The load that this registers. */
  Load<V> own() {
    return load;
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
    if (reading instanceof Found<V> found) {
      present = found;
      tiers.counters.distributedHit();
      return promoted(found);
    }
    tiers.counters.miss();
    Outcome<V> instead = insteadOfLoading(reading);
    if (instead != null) {
      filler.letGo(reading);
      return ends(instead);
    }
    return loadAndKeep(reading, source, unless);
  }

  /** What the distributed tier had, if {@link #load} found it there. */
  @Nullable Found<V> present() {
    return present;
  }

  /** Where a stale value is served whatever comes, no lease is asked for. */
  private Reading<V> readToLoad() {
    Aging aging = tiers.aging();
    boolean paused = !aging.isNone() && tiers.reloads.isPaused(key);
    if (paused || !aging.loadTimeout().isZero()) {
      Reading<V> old = paused ? tiers.reads.present(key) : heldHere();
      if (old instanceof Found || old.old() != null) {
        return old;
      }
    }
    return leasedRead();
  }

  private Reading<V> heldHere() {
    return new Reading.Absent<>(tiers.reads.heldHere(key));
  }

  /** A cache without leases fills as over a store that has none. */
  private Reading<V> leasedRead() {
    return tiers.lifetimes().leases() ? PatientRead.of(tiers, key) : tiers.reads.read(key);
  }

  /** A loader that failed a moment ago is not asked again; one that may be slow runs beside. */
  private @Nullable Outcome<V> insteadOfLoading(Reading<V> reading) {
    Found<V> old = tiers.reads.atHand(key, reading);
    if (old == null) {
      return null;
    }
    if (tiers.reloads.isPaused(key)) {
      tiers.counters.staleHit();
      return new Outcome.Stale<>(old.value());
    }
    return tiers.aging().loadTimeout().isZero()
        ? null
        : new Outcome.AtHand<>(old.value(), LiveReads.overNanos(old));
  }

  private Outcome<V> promoted(Found<V> found) {
    filler.promote(found);
    return ends(new Outcome.Found<>(found.value()));
  }

  /**
   * Loads anew what is due, unless somebody else does or has.
   *
   * @param knownUntil when the fresh life ends of what is to be replaced
   */
  Outcome<V> renew(Source<V> source, Predicate<? super V> unless, long knownUntil) {
    Reading<V> reading = tiers.reads.leaseToRenew(key, knownUntil);
    if (reading instanceof Found<V> newer) {
      return promoted(newer);
    }
    return reading instanceof Reading.Held
        ? new Outcome.Abandoned<>()
        : loadAndKeep(reading, source, unless);
  }

  /** Loads what is stale, unless there is a new value by now. */
  Outcome<V> reload(Source<V> source, Predicate<? super V> unless) {
    Reading<V> reading = leasedRead();
    if (reading instanceof Found<V> newer) {
      return promoted(newer);
    }
    withoutOld =
        !(reading instanceof Reading.Unavailable) && tiers.reads.atHand(key, reading) == null;
    return loadAndKeep(reading, source, unless);
  }

  /** Whether it is a {@link #reload} that has found nothing to replace: there is nothing older. */
  boolean isWithoutOld() {
    return withoutOld;
  }

  /** Loads and keeps the value, whether or not there is one. */
  Outcome<V> refresh(Source<V> source) {
    Reading<V> reading =
        tiers.lifetimes().leases() ? tiers.distributed.lease(key) : new Reading.Absent<>();
    return loadAndKeep(reading, source, value -> false);
  }

  /** Reads the distributed tier without loading, and keeps what it has in the local tier. */
  Reading<V> read() {
    return taken(tiers.reads.read(key));
  }

  /** Keeps in the local tier what the distributed tier had for the key. */
  Reading<V> taken(Reading<V> reading) {
    if (reading instanceof Found<V> found) {
      tiers.counters.distributedHit();
      filler.promote(found);
      ends(new Outcome.Found<>(found.value()));
    }
    return reading;
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
      filler.letGo(reading);
      return failed(reading, cause);
    }
    tiers.reloads.succeed(key);
    ends(new Outcome.Loaded<>(value));
    if (keeps) {
      filler.keep(reading, value);
    } else {
      filler.pass(reading, value);
    }
    return forOthers;
  }

  /** A failure is answered by what was there before, if nobody has evicted that meanwhile. */
  private Outcome<V> failed(Reading<V> reading, Throwable cause) {
    Outcome<V> threw = threw(cause);
    boolean own = threw == forOthers && cause instanceof Exception && tiers.fence.holds(key, load);
    Found<V> old = own ? tiers.reads.atHand(key, reading) : null;
    if (old == null) {
      return threw;
    }
    ends(new Outcome.Stale<>(old.value()));
    if (load.isRefresh()) {
      return threw;
    }
    if (reading.old() != null) {
      filler.promote(old);
    }
    tiers.counters.staleHit();
    tiers.reloads.fail(key, cause);
    tiers.reloads.tellStale(key, cause);
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
