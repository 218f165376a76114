package dev.larder;

import dev.larder.spi.Leasing.Lease;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One process's way to a {@link ModelledServer}: the distributed tier without bytes, faults and
 * time. Its messages arrive before the sender goes on.
 */
final class ModelledTier implements DistributedTier<Integer> {
  private static final Duration LONG = Duration.ofDays(1);
  private final ModelledServer server;
  private InvalidationListener listener;

  ModelledTier(ModelledServer server) {
    this.server = server;
  }

  @Override
  public void listen(InvalidationListener listener) {
    this.listener = listener;
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public String storeName() {
    return "modelled";
  }

  @Override
  public Duration readTimeout() {
    return Duration.ZERO;
  }

  @Override
  public Reading<Integer> read(Object key) {
    Integer value = server.get(key);
    return value == null ? new Reading.Absent<>() : found(value);
  }

  private Reading.Found<Integer> found(Integer value) {
    return new Reading.Found<>(value, server.rest(), 0);
  }

  @Override
  public Map<Object, Reading<Integer>> readAll(Collection<Object> keys) {
    Map<Object, Reading<Integer>> readings = new HashMap<>();
    keys.forEach(key -> readings.put(key, read(key)));
    return readings;
  }

  @Override
  public Reading<Integer> readOrLease(Object key) {
    synchronized (server) {
      Reading<Integer> reading = read(key);
      if (reading instanceof Reading.Found) {
        return reading;
      }
      String token = server.claim(key);
      return token == null ? new Reading.Held<>(LONG) : leased(key, token);
    }
  }

  @Override
  public Reading<Integer> tryLease(Object key) {
    synchronized (server) {
      String token = server.claimOver(key);
      if (token == null) {
        return new Reading.Held<>(LONG);
      }
      Integer value = server.get(key);
      Reading.Found<Integer> old = value == null ? null : found(value);
      return new Reading.Leased<>(new ModelledLease(server, key, token), null, old);
    }
  }

  @Override
  public Reading<Integer> lease(Object key) {
    return leased(key, server.lease(key));
  }

  private Reading<Integer> leased(Object key, String token) {
    return new Reading.Leased<>(new ModelledLease(server, key, token));
  }

  @Override
  public Filling fill(Object key, Reading.Leased<Integer> leased, Integer value, Duration life) {
    return ((ModelledLease) leased.lease()).fill(value)
        ? new Filling.Accepted(life)
        : new Filling.Refused();
  }

  @Override
  public void release(Lease lease) {
    lease.release();
  }

  /** A lease by its token; values have no bytes here. */
  private record ModelledLease(ModelledServer server, Object key, String token) implements Lease {
    boolean fill(Integer value) {
      return server.fill(key, token, value);
    }

    @Override
    public boolean fill(byte[] value, Duration timeToLive) {
      throw new UnsupportedOperationException("values have no bytes here, and time does not pass");
    }

    @Override
    public boolean renew(Duration leaseTime) {
      throw new UnsupportedOperationException("values have no bytes here, and time does not pass");
    }

    @Override
    public void release() {
      server.release(key, token);
    }
  }

  @Override
  public void put(Object key, Integer value, Duration life) {
    server.put(key, value);
  }

  @Override
  public void putAll(Map<Object, Valued<Integer>> puts) {
    puts.forEach((key, put) -> server.put(key, put.value()));
  }

  @Override
  public long removeAll(Collection<Object> keys) {
    return keys.stream().filter(server::remove).count();
  }

  @Override
  public boolean remove(Object key) {
    return server.remove(key);
  }

  @Override
  public void discard(Object key) {
    server.remove(key);
  }

  @Override
  public void clear() {
    server.clear();
  }

  @Override
  public boolean removeIf(Object key, Predicate<? super Integer> test) {
    Integer value = server.get(key);
    return value != null && test.test(value) && server.removeIf(key, value);
  }

  @Override
  public boolean touch(Object key, Duration life) {
    return server.get(key) != null;
  }

  @Override
  public void scan(Consumer<Object> key) {
    server.keys().forEach(key);
  }

  @Override
  public void tellEvicted(Collection<Object> keys) {
    server.othersThan(this).forEach(other -> keys.forEach(other.listener::evicted));
  }

  @Override
  public void tellCleared() {
    server.othersThan(this).forEach(other -> other.listener.cleared());
  }

  @Override
  public void close() {}
}
