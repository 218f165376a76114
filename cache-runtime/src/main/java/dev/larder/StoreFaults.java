package dev.larder;

import java.util.function.Function;
import java.util.function.Supplier;

/** Counts a store's faults, and gives them the form that callers of a cache know. */
final class StoreFaults {
  private final String storeName;
  private final Counters counters;

  StoreFaults(String storeName, Counters counters) {
    this.storeName = storeName;
    this.counters = counters;
  }

  /** What the store answers, or else what a fault is made into. */
  <T> T answer(Supplier<T> question, Function<CacheException, T> otherwise) {
    try {
      return call(question);
    } catch (CacheException e) {
      return otherwise.apply(e);
    }
  }

  /** What the store answers; a fault is thrown as a {@link CacheException}. */
  <T> T call(Supplier<T> question) {
    try {
      return question.get();
    } catch (CacheException e) {
      counters.storeFailure();
      throw e;
    } catch (RuntimeException e) {
      counters.storeFailure();
      throw new CacheConnectionException(
          storeName, "the store " + storeName + " failed: " + e.getMessage(), e);
    }
  }

  /** As {@link #call}, for what has no answer. */
  void run(Runnable command) {
    call(
        () -> {
          command.run();
          return true;
        });
  }
}
