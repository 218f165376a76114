package dev.larder.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What all connections of a fake store share: values and leases, each with its end. */
final class FakeServer {
  private final LongSupplier clock;
  private final Map<String, Timed<byte[]>> values = new HashMap<>();
  private final Map<String, Timed<String>> leases = new HashMap<>();

  /** The keys of leases that somebody was told another holds. */
  private final Set<String> awaited = new HashSet<>();

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

  /** Takes the lease if it is free; gives null then, and else when it ends. */
  synchronized @Nullable Duration claim(String key, String token, Duration leaseTime) {
    Timed<String> lease = leases.get(key);
    Duration rest = lease == null ? null : lease.rest(clock.getAsLong());
    if (rest == null) {
      leases.put(key, timed(token, leaseTime));
      awaited.remove(key);
    } else {
      awaited.add(key);
    }
    return rest;
  }

  /** Takes the lease from whoever has it; gives the value that is there. */
  synchronized @Nullable Stored lease(String key, String token, Duration leaseTime) {
    leases.put(key, timed(token, leaseTime));
    return read(key);
  }

  synchronized boolean renew(String key, String token, Duration leaseTime) {
    boolean stands = stands(key, token);
    if (stands) {
      leases.put(key, timed(token, leaseTime));
    }
    return stands;
  }

  /** Removes all keys that are this text or continue it after a colon; null: all keys. */
  synchronized void clear(@Nullable String cacheKey) {
    Predicate<String> ofCache = key -> cacheKey == null || (key + ":").startsWith(cacheKey + ":");
    values.keySet().removeIf(ofCache);
    leases.keySet().removeIf(ofCache);
  }

  synchronized long add(String key, long by, Duration timeToLive) {
    Stored stored = read(key);
    long sum = Math.addExact(stored == null ? 0 : number(stored), by);
    byte[] digits = Long.toString(sum).getBytes(US_ASCII);
    Timed<byte[]> before = values.get(key);
    values.put(
        key,
        before == null
            ? timed(digits, timeToLive)
            : new Timed<>(digits, before.sinceNanos(), before.life()));
    return sum;
  }

  static long number(Stored stored) {
    return Long.parseLong(new String(stored.value(), US_ASCII));
  }

  synchronized boolean fill(String key, String token, byte[] value, Duration timeToLive) {
    boolean stands = stands(key, token);
    if (stands) {
      put(key, value, timeToLive);
    }
    return stands;
  }

  synchronized boolean release(String key, String token) {
    boolean stands = stands(key, token);
    if (stands) {
      leases.remove(key);
    }
    return stands;
  }

  /** Whether somebody waits for the end of the key's lease; nobody does any more after this. */
  synchronized boolean endsWait(String key) {
    return awaited.remove(key);
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
