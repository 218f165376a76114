package dev.larder;

import dev.larder.spi.Messaging;
import dev.larder.spi.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the caches of a chain hear of other processes' writes.
 *
 * @param local whether there is a local tier to be kept up to date
 * @param borrowed what carries the messages in place of the chain's own store; null: the store
 * @param guard stands before what is borrowed; null: that of the store does
 * @param maxStaleness how long ago a local tier must have been known to be up to date at the least
 *     for its entries to be served; null: they are served as long as they live
 */
record ChannelSettings(
    boolean local,
    @Nullable Messaging borrowed,
    @Nullable StoreGuard guard,
    @Nullable Duration maxStaleness) {
  private static final Duration LEAST = Duration.ofMillis(10);
  private static final Duration MOST = Duration.ofSeconds(1);
  private static final Duration LONG = MOST.multipliedBy(3);

  /**
   * What carries the messages; null: nobody hears of any write.
   *
   * @param chainStore the chain's store
   */
  @Nullable Messaging carrier(Store chainStore) {
    if (borrowed != null) {
      return borrowed;
    }
    return chainStore instanceof Messaging messaging ? messaging : null;
  }

  /** What stands before whatever carries the messages. */
  StoreGuard guardOr(StoreGuard ofStore) {
    return guard == null ? ofStore : guard;
  }

  /** Whether anything tells of other processes' writes to a store. */
  boolean hears(Store chainStore) {
    return borrowed != null || chainStore instanceof Messaging;
  }

  /** How often the carrier is asked for its last number; zero: never. */
  Duration interval() {
    if (!local) {
      return Duration.ZERO;
    }
    Duration often = maxStaleness == null ? MOST : maxStaleness.dividedBy(4);
    return often.compareTo(LEAST) < 0 ? LEAST : often.compareTo(MOST) > 0 ? MOST : often;
  }

  /** From which staleness on something must be amiss. */
  Duration alarming() {
    return maxStaleness == null || maxStaleness.compareTo(LONG) < 0 ? LONG : maxStaleness;
  }
}
