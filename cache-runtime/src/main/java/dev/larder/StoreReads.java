package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.spi.Bulk;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Leasing.Lease;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The reads of a {@link StoreTier}, each in one round trip where the store can. A fault is counted
 * and is an answer; bytes that cannot be read count as a fault and are no value (I8).
 *
 * @param <V> the values
 */
final class StoreReads<V> {
  private final Store store;
  private final KeySpace keys;
  private final Supplier<Sealer<V>> sealers;
  private final StatsCounters counters;
  private final Duration leaseTime;
  private final StoreFaults faults;
  private final Clock clock;

  StoreReads(
      Store store,
      KeySpace keys,
      Supplier<Sealer<V>> sealers,
      StatsCounters counters,
      Duration leaseTime,
      StoreFaults faults,
      Clock clock) {
    this.store = store;
    this.keys = keys;
    this.sealers = sealers;
    this.counters = counters;
    this.leaseTime = leaseTime;
    this.faults = faults;
    this.clock = clock;
  }

  Reading<V> read(Object key) {
    return faults.answer(() -> read(keys.text(key)), Reading.Unavailable::new);
  }

  private Reading<V> read(String text) {
    long asked = clock.preciseNanos();
    if (store instanceof Expiring expiring) {
      Stored stored = faults.ask(() -> expiring.read(text));
      return stored == null ? new Reading.Absent<>() : opened(text, stored, asked);
    }
    byte[] bytes = faults.ask(() -> store.get(text));
    return bytes == null ? new Reading.Absent<>() : opened(text, new Stored(bytes, null), asked);
  }

  Map<Object, Reading<V>> readAll(Collection<Object> wanted) {
    Map<Object, Reading<V>> readings = new HashMap<>();
    if (store instanceof Bulk bulk) {
      Parts.of(wanted).forEach(part -> readPart(bulk, part, readings));
    } else {
      wanted.forEach(key -> readings.put(key, read(key)));
    }
    return readings;
  }

  private void readPart(Bulk bulk, List<Object> part, Map<Object, Reading<V>> readings) {
    faults.answer(() -> readAll(bulk, part, readings), fault -> unavailable(part, fault, readings));
  }

  private boolean readAll(Bulk bulk, Collection<Object> wanted, Map<Object, Reading<V>> readings) {
    Map<Object, String> texts = new HashMap<>();
    wanted.forEach(key -> texts.put(key, keys.text(key)));
    long asked = clock.preciseNanos();
    Map<String, Stored> found = faults.ask(() -> bulk.readAll(texts.values()));
    texts.forEach(
        (key, text) -> {
          Stored stored = found.get(text);
          readings.put(key, stored == null ? new Reading.Absent<>() : opened(text, stored, asked));
        });
    return true;
  }

  private boolean unavailable(
      Collection<Object> wanted, CacheException fault, Map<Object, Reading<V>> readings) {
    wanted.forEach(key -> readings.put(key, new Reading.Unavailable<>(fault)));
    return false;
  }

  Reading<V> readOrLease(Object key) {
    if (!(store instanceof Leasing leasing)) {
      return read(key);
    }
    return faults.answer(() -> readOrLease(leasing, keys.text(key)), Reading.Unavailable::new);
  }

  private Reading<V> readOrLease(Leasing leasing, String text) {
    long asked = clock.preciseNanos();
    Leasing.Answer answer =
        faults.ask(() -> leasing.readOrLease(text, leaseTime), StoreReads::giveBack);
    if (answer instanceof Leasing.Found found) {
      Reading<V> reading = opened(text, found.stored(), asked);
      // Bytes that cannot be read would be found for ever: they are loaded over, under a lease.
      return reading instanceof Reading.Absent ? leaseOver(leasing, text) : reading;
    }
    return leasedOrHeld(answer);
  }

  /** What is there may have been replaced since it was read. */
  private Reading<V> leaseOver(Leasing leasing, String text) {
    long asked = clock.preciseNanos();
    Leasing.Answer answer =
        faults.ask(() -> leasing.tryLease(text, leaseTime), StoreReads::giveBack);
    return answer instanceof Leasing.Granted granted && granted.present() != null
        ? leasedOver(text, granted.lease(), granted.present(), asked)
        : leasedOrHeld(answer);
  }

  private Reading<V> leasedOver(String text, Lease lease, Stored present, long asked) {
    Opened<V> opened = sealers.get().open(text, present.value());
    if (opened instanceof Opened.Value<V> value) {
      release(lease);
      return new Reading.Found<>(value.value(), present.remaining(), asked);
    }
    return opened instanceof Opened.NotMine<V> others && present.remaining() != null
        ? new Reading.Leased<>(lease, new Others(others.envelope(), present.remaining(), asked))
        : new Reading.Leased<>(lease);
  }

  /** Takes the lease unless another has it, and gives the value that is there with it. */
  Reading<V> tryLease(Object key) {
    if (!(store instanceof Leasing leasing)) {
      return new Reading.Absent<>();
    }
    return faults.answer(() -> tryLease(leasing, keys.text(key)), Reading.Unavailable::new);
  }

  private Reading<V> tryLease(Leasing leasing, String text) {
    long asked = clock.preciseNanos();
    Leasing.Answer answer =
        faults.ask(() -> leasing.tryLease(text, leaseTime), StoreReads::giveBack);
    return answer instanceof Leasing.Granted granted && granted.present() != null
        ? leasedWith(text, granted.lease(), granted.present(), asked)
        : leasedOrHeld(answer);
  }

  private Reading<V> leasedWith(String text, Lease lease, Stored present, long asked) {
    return sealers.get().open(text, present.value()) instanceof Opened.Value<V> value
        ? new Reading.Leased<>(
            lease, null, new Reading.Found<>(value.value(), present.remaining(), asked))
        : leasedOver(text, lease, present, asked);
  }

  private Reading<V> leasedOrHeld(Leasing.Answer answer) {
    return answer instanceof Leasing.Granted granted
        ? new Reading.Leased<>(granted.lease())
        : new Reading.Held<>(
            answer instanceof Leasing.Held held ? plausible(held.remaining()) : leaseTime);
  }

  /** No lease lasts longer than ours; what says so, or has no rest, must not be waited for. */
  private Duration plausible(Duration rest) {
    boolean known = !rest.isZero() && !rest.isNegative() && rest.compareTo(leaseTime) < 0;
    return known ? rest : leaseTime;
  }

  /** Takes the lease, whoever holds it. */
  Reading<V> lease(Object key) {
    if (!(store instanceof Leasing leasing)) {
      return new Reading.Absent<>();
    }
    return faults.answer(
        () -> new Reading.Leased<>(lease(leasing, keys.text(key))), Reading.Unavailable::new);
  }

  private Lease lease(Leasing leasing, String text) {
    return faults.ask(() -> leasing.lease(text, leaseTime), StoreReads::giveBack).lease();
  }

  /** What was granted when nobody waited for it any more would keep everybody waiting. */
  private static void giveBack(Leasing.Answer late) {
    if (late instanceof Leasing.Granted granted) {
      granted.lease().release();
    }
  }

  private void release(Lease lease) {
    faults.ask(
        () -> {
          lease.release();
          return true;
        });
  }

  /** What is in bytes of which nobody needs to know how long they live. */
  Reading<V> opened(String text, byte[] bytes) {
    return opened(text, new Stored(bytes, null), clock.preciseNanos());
  }

  private Reading<V> opened(String text, Stored stored, long askedNanos) {
    Opened<V> opened = sealers.get().open(text, stored.value());
    if (opened instanceof Opened.Value<V> value) {
      return new Reading.Found<>(value.value(), stored.remaining(), askedNanos);
    }
    if (opened instanceof Opened.NotMine) {
      counters.foreignValue();
    } else {
      counters.storeFailure();
    }
    return new Reading.Absent<>();
  }
}
