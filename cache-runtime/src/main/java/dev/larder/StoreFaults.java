package dev.larder;

import dev.larder.spi.Store;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts a store's faults, and gives them the form that callers of a cache know. */
final class StoreFaults {
  private final String storeName;
  private final StatsCounters counters;

  StoreFaults(String storeName, StatsCounters counters) {
    this.storeName = storeName;
    this.counters = counters;
  }

  /** The same, for calls that nobody has asked for: what becomes of them is not counted. */
  StoreFaults uncounted() {
    return new StoreFaults(storeName, new StatsCounters());
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
    } catch (Throwable e) {
      passOnFatal(e);
      counters.storeFailure();
      throw new CacheConnectionException(
          "the store " + storeName + " failed: " + e.getMessage(), storeName, e);
    }
  }

  /**
   * Throws on what ails the whole JVM. All else that a client or a codec throws is a fault of its
   * own, which is not to reach readers (I2): Errors of a class path, exceptions it does not
   * declare.
   */
  static void passOnFatal(Throwable thrown) {
    if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
      throw fatal;
    }
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
  }

  /** What keeps the store from answering; null if it answers. */
  @Nullable CacheException ofPing(Store store) {
    try {
      run(store::ping);
      return null;
    } catch (CacheException e) {
      return e;
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
