package dev.larder;

import dev.larder.spi.Deadline;
import dev.larder.spi.RefusedException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one cache asks of a store: counts its faults, gives them the form that callers of a cache
 * know, and bounds the time. Who asks the store inside of this does so by {@link #ask}.
 */
final class StoreFaults {
  private static final Logger LOGGER = LoggerFactory.getLogger(StoreFaults.class);

  private final StoreGuard guard;
  private final StatsCounters counters;
  private final Duration budget;

  /**
   * Faults of a store.
   *
   * @param budget for each question as a whole, however many calls it takes
   */
  StoreFaults(StoreGuard guard, StatsCounters counters, Duration budget) {
    this.guard = guard;
    this.counters = counters;
    this.budget = budget;
  }

  /** Throws at once where the store is not asked now. */
  boolean requireAsked() {
    return counted(
        () -> {
          guard.requireAsked();
          return true;
        });
  }

  /** Makes one call of the store. */
  <T extends @Nullable Object> T ask(Supplier<T> call) {
    return guard.ask(call, late -> {});
  }

  /**
   * Makes one call of the store.
   *
   * @param late takes the answer that came when nobody waited for it any more
   */
  <T extends @Nullable Object> T ask(Supplier<T> call, Consumer<? super T> late) {
    return guard.ask(call, late);
  }

  /** Gives one command to the store. */
  boolean does(Runnable command) {
    return does(command, () -> {});
  }

  /**
   * Gives one command to the store.
   *
   * @param late what is to be done if it was done when nobody waited for it any more
   */
  boolean does(Runnable command, Runnable late) {
    return ask(
        () -> {
          command.run();
          return true;
        },
        done -> late.run());
  }

  /** Goes through many keys: not all of it within the budget, but each step. */
  void walk(Consumer<Consumer<String>> walk, Consumer<String> each) {
    counted(
        () -> {
          guard.walk(walk, each, budget);
          return true;
        });
  }

  /** The same, for calls that nobody has asked for: what becomes of them is not counted. */
  StoreFaults uncounted() {
    return new StoreFaults(guard, new StatsCounters(), budget);
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
  <T extends @Nullable Object> T call(Supplier<T> question) {
    return counted(() -> Deadline.within(budget, question));
  }

  private <T extends @Nullable Object> T counted(Supplier<T> question) {
    try {
      return question.get();
    } catch (Throwable e) {
      passOnFatal(e);
      CacheException fault = asCacheException(e, guard.storeName());
      if (fault instanceof CacheConnectionException known && !known.isOfCallMade()) {
        counters.skippedCall();
      } else {
        counters.storeFailure();
      }
      logOnce(fault);
      throw fault;
    }
  }

  /** A value that cannot be kept is nobody's outage; it would be logged with each call. */
  private void logOnce(CacheException fault) {
    if (fault instanceof CacheCodecException && counters.isFirstRefusedValue()) {
      LOGGER.warn(
          "a value is not kept in the store {}; further ones of its cache are counted",
          guard.storeName(),
          fault);
    }
  }

  /** A fault of a store in the form that callers of a cache know. */
  static CacheException asCacheException(Throwable fault, String storeName) {
    if (fault instanceof CacheException known) {
      return known;
    }
    String what = fault instanceof RefusedException ? " refused: " : " failed: ";
    String message = "the store " + storeName + what + fault.getMessage();
    return new CacheConnectionException(message, storeName, fault);
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
  @Nullable CacheException ofPing() {
    return of(guard::ping);
  }

  /** What a command fails with; null if it does not. */
  @Nullable CacheException of(Runnable command) {
    try {
      run(command);
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
