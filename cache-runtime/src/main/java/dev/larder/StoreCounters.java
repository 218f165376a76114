package dev.larder;

import dev.larder.spi.Counting;
import java.time.Duration;
import java.util.function.Supplier;

/** Counters that a store holds. */
final class StoreCounters implements Counters {
  private final Counting counting;
  private final CounterKeys keys;
  private final StoreFaults faults;

  StoreCounters(Counting counting, CounterKeys keys, StoreFaults faults) {
    this.counting = counting;
    this.keys = keys;
    this.faults = faults;
  }

  @Override
  public long increment(String key, long by, Duration timeToLive) {
    CacheSettings.requireDuration("timeToLive", timeToLive);
    String text = keys.text(key);
    return counted(text, () -> counting.add(text, by, timeToLive));
  }

  @Override
  public long get(String key) {
    String text = keys.text(key);
    return counted(
        text,
        () -> {
          Long count = counting.count(text);
          return count == null ? 0 : count;
        });
  }

  @Override
  public boolean reset(String key) {
    String text = keys.text(key);
    return counted(text, () -> counting.reset(text));
  }

  private <T> T counted(String text, Supplier<T> question) {
    return faults.call(() -> faults.ask(() -> fitting(text, question)));
  }

  private static <T> T fitting(String text, Supplier<T> question) {
    try {
      return question.get();
    } catch (ArithmeticException e) {
      throw new CacheValidationException(
          "the counter " + Quoted.text(text) + " cannot be that: " + e.getMessage(), e);
    }
  }

  @Override
  public String keyText(String key) {
    return keys.text(key);
  }
}
