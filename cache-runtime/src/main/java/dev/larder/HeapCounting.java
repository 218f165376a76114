package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.spi.Counting;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counters of this manager alone, for chains without a store. */
final class HeapCounting implements Counting {
  private final ConcurrentHashMap<String, Count> counters = new ConcurrentHashMap<>();
  private final Clock clock;

  HeapCounting(Clock clock) {
    this.clock = clock;
  }

  /**
   * A counter that has begun.
   *
   * @param number so far
   * @param deadlineNanos when it ends
   */
  private record Count(long number, long deadlineNanos) {
    boolean isLive(Clock clock) {
      return deadlineNanos > clock.preciseNanos();
    }
  }

  @Override
  public long add(String key, long by, Duration timeToLive) {
    return counters.compute(key, (k, present) -> added(present, by, timeToLive)).number();
  }

  private Count added(@Nullable Count present, long by, Duration timeToLive) {
    return present != null && present.isLive(clock)
        ? new Count(Math.addExact(present.number(), by), present.deadlineNanos())
        : new Count(by, clock.deadlineAfter(timeToLive));
  }

  @Override
  public @Nullable Long count(String key) {
    Count present = counters.get(key);
    return present != null && present.isLive(clock) ? present.number() : null;
  }

  @Override
  public boolean reset(String key) {
    Count present = counters.remove(key);
    return present != null && present.isLive(clock);
  }

  /** Forgets those whose time is over. */
  void sweep() {
    counters.values().removeIf(count -> !count.isLive(clock));
  }
}
