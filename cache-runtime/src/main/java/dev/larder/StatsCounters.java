package dev.larder;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** The counters of one cache; safe for use by several threads at once. */
final class StatsCounters {
  private final LongAdder localHits = new LongAdder();
  private final LongAdder distributedHits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder loads = new LongAdder();
  private final LongAdder loadFailures = new LongAdder();
  private final LongAdder loadNanos = new LongAdder();
  private final LongAdder leaseWaits = new LongAdder();
  private final LongAdder refusedFills = new LongAdder();
  private final LongAdder evictions = new LongAdder();
  private final LongAdder foreignValues = new LongAdder();
  private final LongAdder storeFailures = new LongAdder();
  private final LongAdder skippedCalls = new LongAdder();
  private final AtomicBoolean hasRefusedValue = new AtomicBoolean();
  private volatile LongSupplier keptEvicts = () -> 0;
  private final LongAdder lostMessages = new LongAdder();

  private final LongAdder staleHits = new LongAdder();
  private final LongAdder refreshes = new LongAdder();
  private final LongAdder refreshFailures = new LongAdder();

  void localHit() {
    localHits.increment();
  }

  void distributedHit() {
    distributedHits.increment();
  }

  void miss() {
    misses.increment();
  }

  void load(long nanos) {
    loads.increment();
    loadNanos.add(nanos);
  }

  void loadFailure(long nanos) {
    loadFailures.increment();
    loadNanos.add(nanos);
  }

  void leaseWait() {
    leaseWaits.increment();
  }

  void refusedFill() {
    refusedFills.increment();
  }

  void eviction() {
    evictions.increment();
  }

  void foreignValue() {
    foreignValues.increment();
  }

  void storeFailure() {
    storeFailures.increment();
  }

  void skippedCall() {
    skippedCalls.increment();
  }

  /** Whether no value of the cache was refused before. */
  boolean isFirstRefusedValue() {
    return hasRefusedValue.compareAndSet(false, true);
  }

  /** From now on these are counted. */
  void keptEvicts(LongSupplier counted) {
    keptEvicts = counted;
  }

  void lostMessage() {
    lostMessages.increment();
  }

  void staleHit() {
    staleHits.increment();
  }

  void refresh() {
    refreshes.increment();
  }

  void refreshFailure() {
    refreshFailures.increment();
  }

  /** What a load takes, failed ones included; 0 while there was none. */
  double meanLoadNanos() {
    long all = loads.sum() + loadFailures.sum();
    return all == 0 ? 0 : (double) loadNanos.sum() / all;
  }

  CacheStats snapshot(Duration staleness, long size) {
    return new CacheStats(
        localHits.sum(),
        distributedHits.sum(),
        misses.sum(),
        loads.sum(),
        loadFailures.sum(),
        Duration.ofNanos(loadNanos.sum()),
        leaseWaits.sum(),
        refusedFills.sum(),
        evictions.sum(),
        foreignValues.sum(),
        storeFailures.sum(),
        skippedCalls.sum(),
        keptEvicts.getAsLong(),
        lostMessages.sum(),
        staleness,
        staleHits.sum(),
        refreshes.sum(),
        refreshFailures.sum(),
        size);
  }
}
