package dev.larder;

import dev.larder.Reading.Found;
import dev.larder.internal.load.Load;
import dev.larder.spi.Deadline;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one load has found, or gives back what it was given to keep it with. The load is
 * registered in the fence until then: what a write has unregistered is not kept.
 *
 * @param <V> the values
 */
final class Filler<V> {
  private final Tiers<V> tiers;
  private final Object key;
  private final Load<V> load;

  Filler(Tiers<V> tiers, Object key, Load<V> load) {
    this.tiers = tiers;
    this.key = key;
    this.load = load;
  }

  /** Keeps in the local tier what the distributed tier has. */
  void promote(Found<V> found) {
    tiers.fence.finish(
        key, load, () -> tiers.putLocal(key, found.value(), found.rest(), found.askedNanos()));
  }

  /**
   * Keeps a loaded value in the distributed tier and then, if that accepted it, in the local one.
   */
  void keep(Reading<V> reading, @Nullable V value) {
    Duration life = tiers.whole(tiers.lifetimes().life(value));
    long since = tiers.clock.preciseNanos();
    Filling filling = inOneFill(() -> fillOrGiveUp(reading, value, life));
    if (filling instanceof Filling.Refused || !keepLocally(value, lifeOf(filling, life), since)) {
      tiers.counters.refusedFill();
    }
  }

  /**
   * Keeps nothing of what was loaded. Where the source no longer has it, what an old entry says is
   * not to be served again either.
   */
  void pass(Reading<V> reading, @Nullable V value) {
    inOneFill(
        () -> {
          letGo(reading);
          if (value == null && isStillServed(reading)) {
            discard();
          }
          return true;
        });
  }

  /** Gives back the lease, if there is one. */
  void letGo(Reading<V> reading) {
    if (reading instanceof Reading.Leased<V> leased) {
      tiers.distributed.release(leased.lease());
    }
  }

  /** However often the store is asked when a load has ended, the time is that of one fill. */
  private <T> T inOneFill(Supplier<T> steps) {
    return Deadline.within(tiers.distributed.readTimeout(), steps);
  }

  private boolean isStillServed(Reading<V> reading) {
    return tiers.reads.atHand(key, reading) != null && tiers.fence.holds(key, load);
  }

  private Filling fillOrGiveUp(Reading<V> reading, @Nullable V value, Duration life) {
    Filling filling = fill(reading, value, life);
    if (filling instanceof Filling.Failed failed && failed.isRefusal()) {
      // The store is well, but will not have this value: others need not wait for it.
      giveUp(reading);
    }
    return filling;
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
}
