package dev.larder;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The put that only takes place where there is no value: in the heap inside one update of the
 * fence, in a store under a lease.
 *
 * @param <V> the values
 */
final class AbsentPut<V> {
  /** A lease is lost to a write now and then; a store that refuses this often takes no fill. */
  private static final int MOST_TRIES = 8;

  private final Tiers<V> tiers;
  private final Writer<V> writer;

  AbsentPut(Tiers<V> tiers, Writer<V> writer) {
    this.tiers = tiers;
    this.writer = writer;
  }

  /** Puts the value if there is none but a kept null; gives what there is instead. */
  @Nullable V put(Object key, V value, Duration life) {
    return tiers.distributed.isPresent()
        ? putDistributed(key, value, life)
        : putLocal(key, value, life);
  }

  private @Nullable V putLocal(Object key, V value, Duration life) {
    AtomicReference<@Nullable V> present = new AtomicReference<>();
    tiers.fence.write(
        key,
        () -> {
          Entry<V> entry = tiers.hit(key);
          present.set(entry == null ? null : entry.value());
          return present.get() == null && writer.putLocal(key, value, life);
        });
    return present.get();
  }

  private @Nullable V putDistributed(Object key, V value, Duration life) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Reading<V> reading = readingToFill(key);
      if (reading instanceof Reading.Found<V> found && found.value() != null) {
        return found.value();
      }
      Filling filling = fillAbsent(key, reading, value, life);
      if (filling instanceof Filling.Failed failed) {
        throw failed.cause();
      }
      if (filling instanceof Filling.Accepted) {
        tiers.distributed.tellEvicted(List.of(key));
        return null;
      }
    }
    throw timedOut("the store has refused the value " + MOST_TRIES + " times");
  }

  /** A value; or else the right to fill, which a kept null does not stand in the way of. */
  private Reading<V> readingToFill(Object key) {
    // A loader that writes its own key would wait in vain for the lease that it holds.
    if (tiers.fence.isLoadedHere(key)) {
      return leasedByForce(key);
    }
    Reading<V> reading = PatientRead.of(tiers, key);
    return reading instanceof Reading.Found<V> found && found.value() == null
        ? leasedByForce(key)
        : reading;
  }

  /** Takes the lease first and looks then: what is put from here on breaks the lease. */
  private Reading<V> leasedByForce(Object key) {
    Reading<V> taken = tiers.distributed.lease(key);
    Reading<V> present = tiers.reads.read(key);
    if (present instanceof Reading.Found<V> found && found.value() != null) {
      if (taken instanceof Reading.Leased<V> leased) {
        tiers.distributed.release(leased.lease());
      }
      return present;
    }
    return taken;
  }

  private CacheTimeoutException timedOut(String message) {
    return new CacheTimeoutException(message, tiers.distributed.storeName(), null);
  }

  private Filling fillAbsent(Object key, Reading<V> reading, V value, Duration life) {
    if (reading instanceof Reading.Unavailable<V> unavailable) {
      return new Filling.Failed(unavailable.cause());
    }
    // What others wrote for this key is outdated by this value: nothing of theirs is carried over.
    Reading.Leased<V> leased =
        reading instanceof Reading.Leased<V> granted ? new Reading.Leased<>(granted.lease()) : null;
    if (leased == null && reading instanceof Reading.Held) {
      return new Filling.Failed(
          timedOut("another process has held the lease of the key all the time"));
    }
    long since = tiers.clock.preciseNanos();
    Filling filling = new Filling.Refused();
    tiers.fence.beginWrite(key);
    try {
      filling = tiers.distributed.fill(key, leased, value, life);
    } finally {
      writer.endPut(key, value, filling instanceof Filling.Accepted ? life : null, since);
    }
    if (filling instanceof Filling.Failed failed && failed.cause().isRetryable()) {
      tiers.distributed.keepEvict(key);
    }
    return filling;
  }
}
