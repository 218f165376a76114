package dev.larder;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one cache as far as its store has not confirmed them: they throw, and what they
 * were to change is evicted later. Until it is, the store's entries of these keys count for none.
 */
final class UnconfirmedWrites {
  private final KeptEvicts kept;
  private final KeySpace keys;
  private final StatsCounters counters;
  private final CacheConnectionException unconfirmed;

  UnconfirmedWrites(KeptEvicts kept, KeySpace keys, StatsCounters counters, String storeName) {
    this.kept = kept;
    this.keys = keys;
    this.counters = counters;
    this.unconfirmed =
        CacheConnectionException.ofCallNotMade(
            "the store " + storeName + " has yet to confirm an evict of the key", storeName, null);
    counters.keptEvicts(kept::count);
  }

  /** Whether the store's entries all count. */
  boolean isEmpty() {
    return kept.isEmpty();
  }

  /** Why the store's entry of a key counts for none; null if it counts. */
  @Nullable CacheException of(Object key) {
    if (kept.isEmpty() || !kept.holds(keys.text(key))) {
      return null;
    }
    counters.skippedCall();
    return unconfirmed;
  }

  /** Keeps the evict of a key. */
  void keep(List<String> keyTexts) {
    kept.keep(keyTexts);
  }

  /** Writes; if that is not confirmed, the keys are kept. */
  <T> T keeping(Collection<String> keyTexts, Supplier<T> write) {
    try {
      return write.get();
    } catch (Throwable e) {
      throw unconfirmed(e, () -> kept.keep(keyTexts));
    }
  }

  /** Clears, or something that only a clear makes up for. */
  void keepingClear(Runnable write) {
    try {
      write.run();
    } catch (Throwable e) {
      throw unconfirmed(e, kept::keepClear);
    }
  }

  /** What a store never does is not tried again. */
  private static CacheException unconfirmed(Throwable thrown, Runnable keep) {
    if (thrown instanceof CacheException known && !known.isRetryable()) {
      throw known;
    }
    keep.run();
    if (!(thrown instanceof CacheException fault)) {
      // What ails the whole JVM.
      throw UnconfirmedWrites.<RuntimeException>asItIs(thrown);
    }
    String message = fault.getMessage() + "; what is cached is evicted as soon as that succeeds";
    return fault.saying(message);
  }

  // Thrown as it is, whatever it is: X is only the compiler's name for it.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X asItIs(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
