package dev.larder.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A distributed tier: bytes by key text, shared between processes.
 *
 * <p>Every method may throw an unchecked exception when the store cannot answer; the engine counts
 * it and goes on without the store. Stores are safe for use by several threads at once.
 *
 * <p>A store that implements nothing but this can be read and written. It gains more by
 * implementing the capabilities of this package: {@link Leasing} (no stale fill, one load in the
 * fleet), {@link Expiring} (remaining lives, so that a local tier in front of it can be filled from
 * it), {@link Messaging} (invalidation of other processes' local tiers), {@link Clearing} (clearing
 * a cache at once), {@link Scanning} (clearing where that is missing, evicting by pattern), {@link
 * Bulk} (many entries in one round trip), {@link Comparing} (evicting a given value), {@link
 * Counting} (counters).
 */
public interface Store extends AutoCloseable {
  /** What messages and health reports call this store. */
  String name();

  /** The bytes under the key, or null if there are none or their time is over. */
  byte @Nullable [] get(String key);

  /**
   * Replaces what is under the key, and breaks a lease on it.
   *
   * @param timeToLive how long to keep it; zero for as long as there is room
   */
  void put(String key, byte[] value, Duration timeToLive);

  /**
   * Removes what is under the key, and breaks a lease on it. When this returns, no later {@code
   * get} of any process finds it.
   *
   * @return whether there was something
   */
  boolean remove(String key);

  /**
   * Returns if the store answers, after one round trip; throws if not. For health reports; a store
   * of several servers asks all.
   */
  default void ping() {
    get("~ping");
  }

  /**
   * Returns if any of the store answers, after one round trip; throws if nothing does. A store that
   * has failed is asked this until it returns, and nothing else meanwhile; one of several servers
   * asks all, and needs the answer of one.
   */
  default void probe() {
    ping();
  }

  /** Frees what the store holds; a second call does nothing. */
  @Override
  default void close() {}
}
