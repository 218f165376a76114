package dev.larder.spi;

import java.time.Duration;

/**
 * Capability: grants to one caller at a time the right to load and fill a missing key (leases as in
 * Nishtala et al., <i>Scaling Memcache at Facebook</i>, NSDI 2013). A {@link Store#put} or {@link
 * Store#remove} of the key breaks its lease, so that a fill whose load began before is refused.
 */
public interface Leasing {
  /**
   * The value under the key, or the lease to load it, or word that another holds it; in one round
   * trip.
   *
   * @param token names the caller's lease; never used twice
   * @param leaseTime after which the lease ends by itself
   */
  Answer readOrLease(String key, String token, Duration leaseTime);

  /** Takes the lease on a key whether or not there is a value, and from whoever holds it. */
  void lease(String key, String token, Duration leaseTime);

  /**
   * Stores the value and ends the lease, if the lease still stands.
   *
   * @return false if the lease had been broken or had ended; nothing was stored then
   */
  boolean fill(String key, String token, byte[] value, Duration timeToLive);

  /** Gives a lease back without filling; nothing happens if it no longer stands. */
  void release(String key, String token);

  /** What {@link #readOrLease} found. */
  sealed interface Answer permits Found, Granted, Held {}

  /**
   * There is a value.
   *
   * @param stored the value and its remaining life
   */
  record Found(Stored stored) implements Answer {}

  /** There is no value, and the caller holds the lease now. */
  record Granted() implements Answer {}

  /**
   * There is no value, and another caller holds the lease.
   *
   * @param remaining after which that lease ends by itself
   */
  record Held(Duration remaining) implements Answer {}
}
