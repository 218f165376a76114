package dev.larder.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Capability: grants to one caller at a time the right to load and fill a missing key (leases as in
 * Nishtala et al., <i>Scaling Memcache at Facebook</i>, NSDI 2013). A {@link Store#put} or {@link
 * Store#remove} of the key and a {@link Clearing.CacheStore#clear} break its lease, so that a fill
 * whose load began before is refused.
 */
public interface Leasing {
  /**
   * The value under the key, or the lease to load it, or word that another holds it; in one round
   * trip where there is a value.
   *
   * @param leaseTime after which the lease ends by itself
   */
  Answer readOrLease(String key, Duration leaseTime);

  /**
   * The lease on a key whether or not there is a value, taken from whoever holds it. A value that
   * is there goes on being read.
   */
  Granted lease(String key, Duration leaseTime);

  /**
   * The lease on a key whether or not there is a value, unless another holds it: for a value that
   * cannot be read. Never {@link Found}.
   */
  Answer tryLease(String key, Duration leaseTime);

  /** What a store answers to the wish for a value or a lease. */
  sealed interface Answer permits Found, Granted, Held {}

  /**
   * There is a value.
   *
   * @param stored the value and its remaining life
   */
  record Found(Stored stored) implements Answer {}

  /**
   * The caller holds the lease now.
   *
   * @param lease to be filled or released
   * @param present the value that was there as the lease was granted; null if there was none
   */
  record Granted(Lease lease, @Nullable Stored present) implements Answer {}

  /**
   * Another caller holds the lease.
   *
   * @param remaining after which that lease ends by itself; zero if the store cannot tell
   */
  record Held(Duration remaining) implements Answer {}

  /** The right to fill one key, until it is broken or its time is over. */
  interface Lease {
    /**
     * Stores the value and ends the lease, if the lease still stands.
     *
     * @param timeToLive zero for no end
     * @return false if the lease had been broken or had ended; nothing is found under the key then
     *     that this call stored
     */
    boolean fill(byte[] value, Duration timeToLive);

    /**
     * Gives the lease more time, counted from now.
     *
     * @return whether it still stood
     */
    boolean renew(Duration leaseTime);

    /** Gives the lease back without filling; nothing happens if it no longer stands. */
    void release();
  }
}
