package dev.larder;

import dev.larder.spi.Leasing.Lease;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The distributed tier of a chain that has none.
 *
 * @param <V> the values
 */
final class NoDistributedTier<V> implements DistributedTier<V> {
  @Override
  public boolean isPresent() {
    return false;
  }

  @Override
  public String storeName() {
    return "";
  }

  @Override
  public Duration readTimeout() {
    return Duration.ZERO;
  }

  @Override
  public Reading<V> read(Object key) {
    return new Reading.Absent<>();
  }

  @Override
  public Map<Object, Reading<V>> readAll(Collection<Object> keys) {
    return Map.of();
  }

  @Override
  public Reading<V> readOrLease(Object key) {
    return new Reading.Absent<>();
  }

  @Override
  public Reading<V> lease(Object key) {
    return new Reading.Absent<>();
  }

  @Override
  public Filling fill(
      Object key, Reading.@Nullable Leased<V> leased, @Nullable V value, Duration life) {
    return new Filling.Accepted(life);
  }

  @Override
  public void release(Lease lease) {}

  @Override
  public void put(Object key, @Nullable V value, Duration life) {}

  @Override
  public void putAll(Map<Object, Valued<V>> puts) {}

  @Override
  public boolean remove(Object key) {
    return false;
  }

  @Override
  public long removeAll(Collection<Object> keys) {
    return 0;
  }

  @Override
  public void discard(Object key) {}

  @Override
  public void clear() {}

  @Override
  public boolean removeIf(Object key, Predicate<? super @Nullable V> test) {
    return false;
  }

  @Override
  public boolean touch(Object key, Duration life) {
    return false;
  }

  @Override
  public void scan(Consumer<Object> key) {}

  @Override
  public void tellEvicted(Collection<Object> keys) {}

  @Override
  public void tellCleared() {}

  @Override
  public void close() {}
}
