package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
  private final Counters counters;
  private final Duration leaseTime;
  private final StoreFaults faults;
  private final Clock clock;

  StoreReads(
      Store store,
      KeySpace keys,
      Supplier<Sealer<V>> sealers,
      Counters counters,
      Duration leaseTime,
      Clock clock) {
    this.store = store;
    this.keys = keys;
    this.sealers = sealers;
    this.counters = counters;
    this.leaseTime = leaseTime;
    this.faults = new StoreFaults(store.name(), counters);
    this.clock = clock;
  }

  Reading<V> read(Object key) {
    return faults.answer(() -> read(keys.text(key)), Reading.Unavailable::new);
  }

  private Reading<V> read(String text) {
    long asked = clock.preciseNanos();
    if (store instanceof Expiring expiring) {
      Stored stored = expiring.read(text);
      return stored == null
          ? new Reading.Absent<>()
          : opened(text, stored.value(), stored.remaining(), asked, new Reading.Absent<>());
    }
    byte[] bytes = store.get(text);
    return bytes == null
        ? new Reading.Absent<>()
        : opened(text, bytes, null, asked, new Reading.Absent<>());
  }

  Reading<V> readOrLease(Object key) {
    if (!(store instanceof Leasing leasing)) {
      return read(key);
    }
    return faults.answer(
        () -> readOrLease(leasing, keys.text(key), newToken()), Reading.Unavailable::new);
  }

  private Reading<V> readOrLease(Leasing leasing, String text, String token) {
    long asked = clock.preciseNanos();
    Leasing.Answer answer = leasing.readOrLease(text, token, leaseTime);
    if (answer instanceof Leasing.Found found) {
      return foundOrLeased(leasing, text, token, found.stored(), asked);
    }
    return answer instanceof Leasing.Held held
        ? new Reading.Held<>(plausible(held.remaining()))
        : new Reading.Leased<>(token);
  }

  /** Bytes that nobody can read would be found for ever: they are loaded over, under a lease. */
  private Reading<V> foundOrLeased(
      Leasing leasing, String text, String token, Stored stored, long asked) {
    Reading<V> reading =
        opened(text, stored.value(), stored.remaining(), asked, new Reading.Leased<>(token));
    if (reading instanceof Reading.Leased) {
      leasing.lease(text, token, leaseTime);
    }
    return reading;
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
    String token = newToken();
    return faults.answer(
        () -> {
          leasing.lease(keys.text(key), token, leaseTime);
          return new Reading.Leased<>(token);
        },
        Reading.Unavailable::new);
  }

  /** What is in bytes of which nobody needs to know how long they live. */
  Reading<V> opened(String text, byte[] bytes) {
    return opened(text, bytes, null, clock.preciseNanos(), new Reading.Absent<>());
  }

  private Reading<V> opened(
      String text, byte[] bytes, @Nullable Duration rest, long askedNanos, Reading<V> unreadable) {
    if (sealers.get().open(text, bytes) instanceof Opened.Value<V> opened) {
      return new Reading.Found<>(opened.value(), rest, askedNanos);
    }
    counters.storeFailure();
    return unreadable;
  }

  private static String newToken() {
    return UUID.randomUUID().toString();
  }
}
