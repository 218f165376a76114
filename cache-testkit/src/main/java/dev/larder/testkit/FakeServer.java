package dev.larder.testkit;

import dev.larder.spi.Leasing;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What all connections of a fake store share: values and leases, each with its end. */
final class FakeServer {
  private final LongSupplier clock;
  private final Map<String, Timed<byte[]>> values = new HashMap<>();
  private final Map<String, Timed<String>> leases = new HashMap<>();
  final FakeMessages messages = new FakeMessages();

  FakeServer(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Something and when it ends.
   *
   * @param life zero: never
   */
  private record Timed<T>(T content, long sinceNanos, Duration life) {
    /** What is left; zero: no end; null: it is over. */
    @Nullable Duration rest(long nowNanos) {
      Duration rest = life.minusNanos(nowNanos - sinceNanos);
      return life.isZero() ? Duration.ZERO : rest.isZero() || rest.isNegative() ? null : rest;
    }
  }

  synchronized @Nullable Stored read(String key) {
    Timed<byte[]> value = values.get(key);
    Duration rest = value == null ? null : value.rest(clock.getAsLong());
    if (value == null || rest == null) {
      values.remove(key);
      return null;
    }
    return new Stored(value.content().clone(), rest);
  }

  synchronized void put(String key, byte[] value, Duration timeToLive) {
    values.put(key, timed(value.clone(), timeToLive));
    leases.remove(key);
  }

  synchronized boolean remove(String key) {
    boolean present = read(key) != null;
    values.remove(key);
    leases.remove(key);
    return present;
  }

  synchronized boolean removeIf(String key, byte[] expected) {
    Stored stored = read(key);
    return stored != null && Arrays.equals(stored.value(), expected) && remove(key);
  }

  synchronized boolean touch(String key, Duration timeToLive) {
    Stored stored = read(key);
    if (stored != null) {
      values.put(key, timed(stored.value(), timeToLive));
    }
    return stored != null;
  }

  synchronized Leasing.Answer readOrLease(String key, String token, Duration leaseTime) {
    Stored stored = read(key);
    if (stored != null) {
      return new Leasing.Found(stored);
    }
    Timed<String> lease = leases.get(key);
    Duration rest = lease == null ? null : lease.rest(clock.getAsLong());
    if (rest != null) {
      return new Leasing.Held(rest);
    }
    lease(key, token, leaseTime);
    return new Leasing.Granted();
  }

  synchronized void lease(String key, String token, Duration leaseTime) {
    leases.put(key, timed(token, leaseTime));
  }

  synchronized boolean fill(String key, String token, byte[] value, Duration timeToLive) {
    boolean stands = stands(key, token);
    if (stands) {
      put(key, value, timeToLive);
    }
    return stands;
  }

  synchronized void release(String key, String token) {
    if (stands(key, token)) {
      leases.remove(key);
    }
  }

  private boolean stands(String key, String token) {
    Timed<String> lease = leases.get(key);
    return lease != null && lease.content().equals(token) && lease.rest(clock.getAsLong()) != null;
  }

  synchronized List<String> keys(String beginning) {
    List<String> keys = new ArrayList<>(values.keySet());
    keys.addAll(leases.keySet());
    return keys.stream().filter(key -> key.startsWith(beginning)).distinct().sorted().toList();
  }

  private <T> Timed<T> timed(T content, Duration life) {
    return new Timed<>(content, clock.getAsLong(), life);
  }
}
