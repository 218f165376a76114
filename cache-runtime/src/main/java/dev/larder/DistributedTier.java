package dev.larder;

import dev.larder.spi.Leasing.Lease;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tier that processes share, by heap keys and values. Reads and fills answer with a store's
 * fault; writes throw it. Faults are counted here.
 *
 * @param <V> the values
 */
interface DistributedTier<V> {
  /** Whether there is such a tier at all. */
  boolean isPresent();

  /** What the store calls itself; empty where there is none. */
  String storeName();

  /** Begins to pass on what other processes write, where the store carries messages. */
  default void listen(InvalidationListener listener) {}

  /** Reads without any intention to load. */
  Reading<V> read(Object key);

  /** Reads, and asks for the lease to load if there is no value. */
  Reading<V> readOrLease(Object key);

  /** Takes the lease to load a key, whether or not it has a value. */
  Reading<V> lease(Object key);

  /**
   * Stores a loaded value.
   *
   * @param lease null where {@link #readOrLease} gave none
   */
  Filling fill(Object key, @Nullable Lease lease, @Nullable V value, Duration life);

  /** Gives back a lease that nothing will be filled under. */
  void release(Lease lease);

  /** Replaces the value and breaks any lease. */
  void put(Object key, @Nullable V value, Duration life);

  /** Removes the value and breaks any lease; gives whether there was one. */
  boolean remove(Object key);

  /** Removes the value as {@link #remove} does; a fault is counted, but not thrown. */
  void discard(Object key);

  /** Removes all values of this cache and breaks all leases. */
  void clear();

  /** Removes the value if the test, given what is stored, says so. */
  boolean removeIf(Object key, Predicate<? super @Nullable V> test);

  /** Gives the value a new life; gives whether there was one. */
  boolean touch(Object key, Duration life);

  /** Gives each key of this cache that has a value or a lease. */
  void scan(Consumer<Object> key);

  /** Tells the other processes that a key's entry is outdated. */
  void tellEvicted(Object key);

  /** Tells the other processes that every entry is outdated. */
  void tellCleared();

  /** Ends listening to the other processes. */
  void close();
}
