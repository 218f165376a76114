package dev.larder;

import dev.larder.spi.Leasing.Lease;
import java.time.Duration;
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
          Entry<V> entry = tiers.local.live(key);
          present.set(entry == null ? null : entry.value);
          return present.get() == null && writer.putLocal(key, value, life);
        });
    return present.get();
  }

  private @Nullable V putDistributed(Object key, V value, Duration life) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Reading<V> reading = tiers.fence.isLoadedHere(key) ? leased(key) : PatientRead.of(tiers, key);
      if (reading instanceof Reading.Found<V> found) {
        if (found.value() != null) {
          return found.value();
        }
        reading = tiers.distributed.lease(key);
      }
      Filling filling = fillAbsent(key, reading, value, life);
      if (filling instanceof Filling.Failed failed) {
        throw failed.cause();
      }
      if (filling instanceof Filling.Accepted) {
        tiers.distributed.tellEvicted(key);
        return null;
      }
    }
    throw timedOut("the store has refused the value " + MOST_TRIES + " times");
  }

  private CacheTimeoutException timedOut(String message) {
    return new CacheTimeoutException(message, tiers.distributed.storeName(), null);
  }

  /** For a loader that writes its own key: it would wait in vain for the lease that it holds. */
  private Reading<V> leased(Object key) {
    Reading<V> reading = tiers.distributed.read(key);
    return reading instanceof Reading.Absent ? tiers.distributed.lease(key) : reading;
  }

  private Filling fillAbsent(Object key, Reading<V> reading, V value, Duration life) {
    if (reading instanceof Reading.Unavailable<V> unavailable) {
      return new Filling.Failed(unavailable.cause());
    }
    Lease lease = reading instanceof Reading.Leased<V> leased ? leased.lease() : null;
    if (lease == null && reading instanceof Reading.Held) {
      return new Filling.Failed(
          timedOut("another process has held the lease of the key all the time"));
    }
    long since = tiers.clock.preciseNanos();
    Filling filling = new Filling.Refused();
    tiers.fence.beginWrite(key);
    try {
      filling = tiers.distributed.fill(key, lease, value, life);
    } finally {
      writer.endPut(key, value, filling instanceof Filling.Accepted ? life : null, since);
    }
    return filling;
  }
}
