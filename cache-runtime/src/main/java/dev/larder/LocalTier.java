package dev.larder;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tier in the heap. Values are held by reference.
 *
 * @param <V> the values
 */
interface LocalTier<V> {
  /** The entry of the key, if its time is not over; takes no lock. */
  @Nullable Entry<V> live(Object key);

  /** The entry of the key, stale or not, if its whole time is not over; takes no lock. */
  default @Nullable Entry<V> held(Object key) {
    return live(key);
  }

  /** Replaces the entry. */
  void put(Object key, Entry<V> entry);

  /** Replaces the very entry that was seen; gives whether it was there still. */
  boolean replace(Object key, Entry<V> seen, Entry<V> entry);

  /** Removes the entry; gives whether there was a live one. */
  boolean remove(Object key);

  /** Removes the very entry that was seen; gives whether it was there still. */
  boolean remove(Object key, Entry<V> seen);

  /** Removes all entries. */
  void clear();

  /** Removes the entries whose time is over. */
  void sweep();

  /** The keys, as they are at some time during the walk. */
  Set<Object> keys();

  /** How many entries there are, those included whose time is over and that no sweep met yet. */
  long size();
}
