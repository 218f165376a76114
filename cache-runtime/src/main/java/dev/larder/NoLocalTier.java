package dev.larder;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The local tier of a chain that has none.
 *
 * @param <V> the values
 */
final class NoLocalTier<V> implements LocalTier<V> {
  @Override
  public @Nullable Entry<V> live(Object key) {
    return null;
  }

  @Override
  public void put(Object key, Entry<V> entry) {}

  @Override
  public boolean replace(Object key, Entry<V> seen, Entry<V> entry) {
    return false;
  }

  @Override
  public boolean remove(Object key) {
    return false;
  }

  @Override
  public boolean remove(Object key, Entry<V> seen) {
    return false;
  }

  @Override
  public void clear() {}

  @Override
  public void sweep() {}

  @Override
  public Set<Object> keys() {
    return Set.of();
  }

  @Override
  public long size() {
    return 0;
  }
}
