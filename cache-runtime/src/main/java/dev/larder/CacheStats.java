package dev.larder;

import java.time.Duration;

/**
 * A cache's counters since it was opened. They are read one after the other while the cache is
 * used, so that sums of them are exact only when it is at rest.
 *
 * @param localHits reads answered by the local tier
 * @param distributedHits reads answered by the distributed tier
 * @param misses reads that no tier answered
 * @param loads loads that returned
 * @param loadFailures loads that threw
 * @param loadTime what all loads took together, those that threw included
 * @param leaseWaits calls, and loads in the background, that waited for the load of another process
 * @param refusedFills loaded values that were not kept, because their key was evicted, put or
 *     cleared meanwhile
 * @param evictions entries that the local tier gave up for want of room
 * @param foreignValues values found in the store that another build, or a process with another
 *     codec, had written and this one cannot read; each was a miss
 * @param storeFailures operations that the distributed store did not answer, or not sensibly
 * @param skippedCalls operations that the distributed store was not asked for, because it was down
 *     or had yet to confirm an evict of the key
 * @param keptEvicts keys whose evict waits, at this moment, for the distributed store to confirm
 *     it, or the word of whose write waits for the channel; a clear that waits is one
 * @param lostMessages how often messages of other processes were found missing, or the store to
 *     have lost count of them; each time the local tier was emptied
 * @param staleness how long ago the local tier was last known to have followed all writes of other
 *     processes; zero where there is none, or nothing to know it by
 * @param staleHits those of the misses that were answered with a value past its time to live,
 *     because its loader failed or took too long
 * @param refreshes loads in the background that returned, of entries that were due or stale
 * @param refreshFailures loads in the background that threw
 * @param size entries in the local tier, expired ones that were not yet cleaned up included
 */
public record CacheStats(
    long localHits,
    long distributedHits,
    long misses,
    long loads,
    long loadFailures,
    Duration loadTime,
    long leaseWaits,
    long refusedFills,
    long evictions,
    long foreignValues,
    long storeFailures,
    long skippedCalls,
    long keptEvicts,
    long lostMessages,
    Duration staleness,
    long staleHits,
    long refreshes,
    long refreshFailures,
    long size) {

  /** Reads answered by some tier. */
  public long hits() {
    return localHits + distributedHits;
  }

  /** The share of reads that a tier answered, from 0 to 1; 1 if nothing was read. */
  public double hitRatio() {
    long reads = hits() + misses;
    return reads == 0 ? 1 : (double) hits() / reads;
  }
}
