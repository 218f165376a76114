package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.internal.load.Fence;
import dev.larder.spi.Leasing.Lease;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of one cache, with what reading and writing them takes.
 *
 * @param <V> the values
 */
final class Tiers<V> implements InvalidationListener {
  final LocalTier<V> local;
  final DistributedTier<V> distributed;
  final Fence<V> fence;
  final StatsCounters counters;
  final Waiters waiters = new Waiters();
  final Clock clock;
  private final Supplier<Lifetimes> lifetimes;

  /** For how long a caller waits for another's load; zero: until it ends. */
  final Duration patience;

  /** What the distributed tier has, stale values told apart. */
  final LiveReads<V> reads = new LiveReads<>(this);

  /** Loads beside the callers' threads. */
  final Reloads<V> reloads;

  private final LeaseKeeper leases;

  private volatile boolean closed;
  private volatile @Nullable Copies<V> copies;

  /** Until when the local tier may be served from; {@link Clock#NEVER}: always. */
  private volatile long trustedUntilNanos = Clock.NEVER;

  private boolean preciseTrust;

  Tiers(
      LocalTier<V> local,
      DistributedTier<V> distributed,
      StatsCounters counters,
      Clock clock,
      Supplier<Lifetimes> lifetimes,
      Duration patience) {
    this.fence = new Fence<>();
    this.local = local;
    this.distributed = distributed;
    this.counters = counters;
    this.clock = clock;
    this.lifetimes = lifetimes;
    this.patience = patience;
    this.leases = new LeaseKeeper(Duration.ZERO, clock);
    this.reloads =
        new Reloads<>(
            this,
            Tasks.onOwnThreads(Duration.ZERO),
            new Events(List.of()),
            () -> "",
            Object::toString);
  }

  Tiers(
      Fence<V> fence,
      LocalTier<V> local,
      DistributedTier<V> distributed,
      StatsCounters counters,
      Supplier<Lifetimes> lifetimes,
      KeySpace keys,
      Environment environment) {
    this.fence = fence;
    this.local = local;
    this.distributed = distributed;
    this.counters = counters;
    this.clock = environment.clock();
    this.lifetimes = lifetimes;
    this.patience = environment.leaseTime();
    this.leases = environment.leases();
    this.reloads =
        new Reloads<>(this, environment.tasks(), environment.events(), keys::cacheName, keys::text);
  }

  /** Begins to hear what other processes write. */
  void listen() {
    distributed.listen(this);
  }

  /**
   * From now on the local tier is served from only while it is known to have followed all writes up
   * to so short a time ago. To be called before anybody else has the tiers.
   */
  void bound(Duration maxStaleness) {
    preciseTrust = maxStaleness.compareTo(Duration.ofNanos(Clock.PRECISE_BELOW_NANOS)) < 0;
    trustedUntilNanos = Long.MIN_VALUE;
  }

  Lifetimes lifetimes() {
    return lifetimes.get();
  }

  /**
   * Puts a value into the local tier; to be called inside an update of the {@link Fence} alone.
   *
   * @param rest what is left of its life in the tier behind; null: unknown, and nothing is put
   * @param sinceNanos from when that counts: no later than the tier behind began to count
   */
  void putLocal(Object key, @Nullable V value, @Nullable Duration rest, long sinceNanos) {
    if (rest == null || closed) {
      local.remove(key);
      return;
    }
    keep(key, value, rest, sinceNanos);
    if (closed) {
      // Closing went by between the first look and the put, and has removed what there was.
      local.remove(key);
    }
  }

  /** What cannot be copied is kept by nobody: it would be shared. */
  private void keep(Object key, @Nullable V value, Duration rest, long sinceNanos) {
    try {
      local.put(key, entry(value, rest, sinceNanos));
    } catch (CacheCodecException e) {
      local.remove(key);
      counters.refusedFill();
    }
  }

  /** From now on, the local tier keeps copies and gives copies. */
  void copy(Copies<V> wanted) {
    copies = wanted;
    clearLocal();
  }

  /**
   * The live entry of a key, with its value as one caller may have it. One that cannot be copied is
   * as good as none, and is given up.
   */
  @Nullable Entry<V> hit(Object key) {
    Entry<V> held = served(key);
    if (held == null) {
      return null;
    }
    Entry<V> hit = held.hit();
    if (hit == null) {
      local.remove(key, held);
    }
    return hit;
  }

  /** The entry of a key, as {@link #hit} gives it, though it may be stale. */
  @Nullable Entry<V> held(Object key) {
    Entry<V> held = isTrusted() ? local.held(key) : null;
    return held == null ? null : held.hit();
  }

  /** How entries grow old here. */
  Aging aging() {
    Aging aging = lifetimes().aging();
    return aging.staleTtl().isZero() || distributed.tellsLives() ? aging : aging.withoutStale();
  }

  /** The whole life of an entry that is to be fresh for so long. */
  Duration whole(Duration life) {
    return aging().whole(life);
  }

  /**
   * The live entry of a key, if the local tier may be served from. That is asked first: an entry
   * that is found afterwards was there, or came, while the tier was trusted.
   */
  @Nullable Entry<V> served(Object key) {
    return isTrusted() ? local.live(key) : null;
  }

  private boolean isTrusted() {
    long until = trustedUntilNanos;
    return until == Clock.NEVER
        || (until > clock.coarseNanos() && (!preciseTrust || until > clock.preciseNanos()));
  }

  /**
   * What somebody else was given too, as this caller may have it.
   *
   * @throws CacheCodecException if it cannot be copied
   */
  @Nullable V unshared(@Nullable V value) {
    Copies<V> made = copies;
    return made == null ? value : made.of(value);
  }

  /**
   * Gives an entry of the local tier another life, if it is still the one that was seen: a clear of
   * the tier asks for no key's state, and may have come between. To be called inside an update of
   * the {@link Fence} alone.
   */
  boolean touchLocal(Object key, Entry<V> seen, Duration life) {
    Ends ends = ends(seen.value(), life, clock.preciseNanos());
    return local.replace(key, seen, seen.until(ends, clock));
  }

  private Entry<V> entry(@Nullable V value, Duration rest, long sinceNanos) {
    Ends ends = ends(value, rest, sinceNanos);
    Copies<V> made = copies;
    if (!ends.isOne()) {
      return AgingEntry.of(ends, made == null ? value : made.of(value), clock, made);
    }
    return made == null
        ? Entry.until(ends.overNanos(), value, clock)
        : CopiedEntry.of(ends.overNanos(), value, clock, made);
  }

  /** A null is never due: it lives for a time of its own. */
  private Ends ends(@Nullable V value, Duration rest, long sinceNanos) {
    long over = Clock.deadline(sinceNanos, lifetimes().localLife(rest));
    Aging aging = aging();
    if (aging.isNone()) {
      return Ends.at(over);
    }
    long fresh = aging.freshUntil(rest, sinceNanos);
    long due = value == null ? Clock.NEVER : aging.dueAt(fresh, counters.meanLoadNanos());
    return new Ends(due, fresh, over);
  }

  /** What is left of an entry's fresh life; zero: no end. */
  Duration restOf(Entry<V> entry) {
    return entry.freshNanos() == Clock.NEVER
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, entry.freshNanos() - clock.preciseNanos()));
  }

  /** Keeps a lease from ending while its holder loads, until what this gives is closed. */
  LeaseKeeper.Kept keep(Lease lease) {
    return leases.keep(() -> distributed.renew(lease, patience));
  }

  /** Removes a key from the local tier, and lets no load keep it that began before. */
  void dropLocal(Object key) {
    fence.write(
        key,
        () -> {
          local.remove(key);
          return true;
        });
    waiters.wake(key);
  }

  /** Removes all keys from the local tier, and lets no load keep its own that began before. */
  void clearLocal() {
    fence.keys().forEach(this::dropLocal);
    local.clear();
    waiters.wakeAll();
  }

  @Override
  public void evicted(Object key) {
    dropLocal(key);
  }

  @Override
  public void cleared() {
    clearLocal();
  }

  /**
   * First those of loads and writes under way, which may have found what is outdated: one that ends
   * meanwhile has left it in the local tier.
   */
  @Override
  public void evictedIf(Predicate<Object> test) {
    fence.keys().stream().filter(test).forEach(this::dropLocal);
    local.keys().stream().filter(test).forEach(this::dropLocal);
  }

  @Override
  public void begun() {
    fence.keys().forEach(fence::spoil);
    local.clear();
  }

  @Override
  public void released(Object key) {
    waiters.wake(key);
  }

  @Override
  public void trustedUntil(long nanos) {
    trustedUntilNanos = nanos;
  }

  boolean isClosed() {
    return closed;
  }

  /** From now on nothing is kept. */
  void close() {
    closed = true;
    clearLocal();
    distributed.close();
  }
}
