package dev.larder;

import dev.larder.spi.Leasing.Lease;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
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

  /**
   * For how long whoever reads, or fills, waits for it; zero where there is nothing to wait for.
   */
  Duration readTimeout();

  /** Begins to pass on what other processes write, where the store carries messages. */
  default void listen(InvalidationListener listener) {}

  /** Reads without any intention to load. */
  Reading<V> read(Object key);

  /** Reads each key without any intention to load, in one round trip where the store can. */
  Map<Object, Reading<V>> readAll(Collection<Object> keys);

  /** Reads, and asks for the lease to load if there is no value. */
  Reading<V> readOrLease(Object key);

  /**
   * Asks for the lease to load a key, whether or not it has a value, which is given with the lease;
   * {@link Reading.Absent} where there are no leases.
   */
  default Reading<V> tryLease(Object key) {
    return new Reading.Absent<>();
  }

  /** Whether what is left of the lives of entries can be told. */
  default boolean tellsLives() {
    return true;
  }

  /** Takes the lease to load a key, whether or not it has a value. */
  Reading<V> lease(Object key);

  /**
   * Stores a loaded value.
   *
   * @param leased null where {@link #readOrLease} gave no lease
   */
  Filling fill(Object key, Reading.@Nullable Leased<V> leased, @Nullable V value, Duration life);

  /** Gives a lease more time; gives false if it no longer stands. */
  default boolean renew(Lease lease, Duration leaseTime) {
    return false;
  }

  /** Gives back a lease that nothing will be filled under. */
  void release(Lease lease);

  /** Replaces the value and breaks any lease. */
  void put(Object key, @Nullable V value, Duration life);

  /** Replaces the value of each key and breaks its lease, in one round trip where the store can. */
  void putAll(Map<Object, Valued<V>> puts);

  /** Removes the value and breaks any lease; gives whether there was one. */
  boolean remove(Object key);

  /** Removes each; gives how many there were. One round trip where the store can. */
  long removeAll(Collection<Object> keys);

  /**
   * Removes the value as {@link #remove} does and tells the other processes; a fault is counted,
   * but not thrown.
   */
  void discard(Object key);

  /** Removes all values of this cache and breaks all leases. */
  void clear();

  /** Removes the value if the test, given what is stored, says so. */
  boolean removeIf(Object key, Predicate<? super @Nullable V> test);

  /** Whether what is there of a key counts for none, because an evict of it is not confirmed. */
  default boolean isOutdated(Object key) {
    return false;
  }

  /** Gives the value a new life; gives whether there was one. */
  boolean touch(Object key, Duration life);

  /**
   * Returns if the keys of this cache can be given.
   *
   * @throws CacheConfigurationException if they cannot, whatever the store's state
   */
  default void requireScan() {}

  /** Gives each key of this cache that has a value or a lease. */
  void scan(Consumer<Object> key);

  /** Tells the other processes of writes, where the store has not told of them itself. */
  default void tellWritten(Collection<Object> keys) {
    tellEvicted(keys);
  }

  /** What became of a fill of the key is not known: it is to be evicted. */
  default void keepEvict(Object key) {}

  /** Tells the other processes that the entries of these keys are outdated. */
  void tellEvicted(Collection<Object> keys);

  /** Tells the other processes that the entries are outdated whose keys a pattern matches. */
  default void tellMatched(String pattern) {}

  /** Tells the other processes of a clear, where the store has not told of it itself. */
  void tellCleared();

  /** Whether who waits for a lease hears of its end; else it is to be asked for often. */
  default boolean tellsOfLeases() {
    return false;
  }

  /** How long ago the local tier was last known to be up to date; zero where nobody looks. */
  default Duration staleness() {
    return Duration.ZERO;
  }

  /** Ends listening to the other processes. */
  void close();
}
