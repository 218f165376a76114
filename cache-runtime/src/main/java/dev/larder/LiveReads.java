package dev.larder;

import dev.larder.Reading.Found;
import dev.larder.internal.clock.Clock;
import dev.larder.spi.Deadline;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reads of the distributed tier of one cache, with the ages of what is there: a stale value is
 * an absent one that is at hand in case that no other can be had. However often the store is asked
 * for one answer, the time is that of one read.
 *
 * @param <V> the values
 */
final class LiveReads<V> {
  /** By how much two answers about one entry's end may differ. */
  private static final long SAME_END_NANOS = Duration.ofSeconds(2).toNanos();

  private final Tiers<V> tiers;

  LiveReads(Tiers<V> tiers) {
    this.tiers = tiers;
  }

  private DistributedTier<V> store() {
    return tiers.distributed;
  }

  Reading<V> read(Object key) {
    return live(store().read(key));
  }

  Map<Object, Reading<V>> readAll(Collection<Object> keys) {
    Map<Object, Reading<V>> readings = store().readAll(keys);
    if (!tiers.aging().staleTtl().isZero()) {
      readings.replaceAll((key, reading) -> live(reading));
    }
    return readings;
  }

  private Reading<V> live(Reading<V> reading) {
    return reading instanceof Found<V> found && !isFresh(found)
        ? new Reading.Absent<>(atHand(found))
        : reading;
  }

  /** Where there is none but a stale value, the lease to load over it, unless another has it. */
  Reading<V> readOrLease(Object key) {
    return tiers.aging().staleTtl().isZero()
        ? store().readOrLease(key)
        : Deadline.within(store().readTimeout(), () -> freshOrLease(key));
  }

  private Reading<V> freshOrLease(Object key) {
    Reading<V> reading = store().readOrLease(key);
    if (!(reading instanceof Found<V> found) || isFresh(found)) {
      return reading;
    }
    Reading<V> over = store().tryLease(key);
    if (over instanceof Reading.Leased<V> leased) {
      // What was read first may be gone by now: what was there when the lease was granted counts.
      return leased.old() != null && isFresh(leased.old()) ? taken(leased) : over;
    }
    return over.withOld(atHand(found));
  }

  /**
   * The lease to load anew what is due, or what somebody else has put there since, or word that
   * another does so.
   *
   * @param knownUntil when the fresh life ends of what is to be replaced
   */
  Reading<V> leaseToRenew(Object key, long knownUntil) {
    return Deadline.within(store().readTimeout(), () -> leaseUnlessNewer(key, knownUntil));
  }

  private Reading<V> leaseUnlessNewer(Object key, long knownUntil) {
    Reading<V> over = tiers.lifetimes().leases() ? store().tryLease(key) : new Reading.Absent<>();
    if (over instanceof Reading.Leased<V> leased) {
      return isNewer(leased.old(), knownUntil) ? taken(leased) : over;
    }
    if (!(over instanceof Reading.Absent)) {
      return over;
    }
    Reading<V> present = store().read(key);
    return present instanceof Found<V> found && !isNewer(found, knownUntil)
        ? new Reading.Absent<>(atHand(found))
        : present;
  }

  private Reading<V> taken(Reading.Leased<V> leased) {
    store().release(leased.lease());
    return leased.old() == null ? new Reading.Absent<>() : leased.old();
  }

  private boolean isFresh(Found<V> found) {
    Aging aging = tiers.aging();
    return aging.staleTtl().isZero()
        || (found.rest() != null && aging.freshRest(found.rest()) != null);
  }

  private boolean isNewer(@Nullable Found<V> found, long knownUntil) {
    if (found == null || found.rest() == null || !isFresh(found)) {
      return false;
    }
    Aging aging = tiers.aging();
    long until = aging.freshUntil(found.rest(), found.askedNanos());
    return !aging.isDue(until, tiers.clock.preciseNanos())
        && (aging.earlyRefresh() == 0 || until - SAME_END_NANOS > knownUntil);
  }

  /**
   * What may be served if no new value can be had; null if there is nothing. What the local tier
   * holds counts where the store could not be asked: else it has told of what there is.
   */
  @Nullable Found<V> atHand(Object key, Reading<V> reading) {
    if (tiers.aging().isNone()) {
      return null;
    }
    boolean told = store().isPresent() && !(reading instanceof Reading.Unavailable);
    Found<V> old = reading.old() == null && !told ? heldHere(key) : reading.old();
    return old != null && overNanos(old) > tiers.clock.preciseNanos() ? old : null;
  }

  /** What the local tier holds of a key, stale or not. */
  @Nullable Found<V> heldHere(Object key) {
    Entry<V> held = tiers.held(key);
    if (held == null) {
      return null;
    }
    long now = tiers.clock.preciseNanos();
    Duration rest =
        held.deadlineNanos == Clock.NEVER
            ? Duration.ZERO
            : Duration.ofNanos(Math.max(1, held.deadlineNanos - now));
    return new Found<>(held.value(), rest, now);
  }

  /** When a value is not to be given at all. */
  static long overNanos(Found<?> found) {
    return found.rest() == null ? Long.MIN_VALUE : Clock.deadline(found.askedNanos(), found.rest());
  }

  /** What is there, without asking for a lease; the local tier's own comes first. */
  Reading<V> present(Object key) {
    Found<V> held = heldHere(key);
    return held == null ? read(key) : new Reading.Absent<>(held);
  }

  /** Whether a value that was just read is due, by when its fresh life ends. */
  boolean isDue(Found<V> found, long freshUntil) {
    Aging aging = tiers.aging();
    long now = tiers.clock.preciseNanos();
    if (found.value() == null || found.rest() == null) {
      return false;
    }
    // An entry of the local tier has drawn for itself when it is refreshed early.
    return tiers.local instanceof NoLocalTier
        ? aging.dueAt(freshUntil, tiers.counters.meanLoadNanos()) <= now
        : aging.isDue(freshUntil, now);
  }

  /** What may be served if need be; nothing where its end is not known. */
  private @Nullable Found<V> atHand(Found<V> found) {
    return found.rest() == null ? null : found;
  }
}
