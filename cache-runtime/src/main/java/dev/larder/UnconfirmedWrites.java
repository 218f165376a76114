package dev.larder;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one cache as far as they are not acknowledged: they throw. What the store has not
 * confirmed is evicted later, and until it is, the store's entries of these keys count for none.
 * What only the other processes have not been told of, they are told later.
 */
final class UnconfirmedWrites {
  private static final String EVICTED = "; what is cached is evicted as soon as that succeeds";
  private static final String TOLD = "; the other processes are told as soon as that succeeds";
  private static final String ENDED = "; it is not tried again, as the cache manager is closed";

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
    return kept.isConfirmed();
  }

  /** Why the store's entry of a key counts for none; null if it counts. */
  @Nullable CacheException of(Object key) {
    kept.goOn();
    if (!holds(key)) {
      return null;
    }
    counters.skippedCall();
    return unconfirmed;
  }

  /** Whether the store's entry of a key counts for none. */
  boolean holds(Object key) {
    return !kept.isConfirmed() && kept.holds(keys.text(key));
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
      throw unconfirmed(e, () -> kept.keep(keyTexts), EVICTED);
    }
  }

  /** Clears, or something that only a clear makes up for. */
  void keepingClear(Runnable write) {
    try {
      write.run();
    } catch (Throwable e) {
      throw unconfirmed(e, kept::keepClear, EVICTED);
    }
  }

  /** Tells of what the store has confirmed; if that fails, the word is kept. */
  void keepingWord(Collection<String> keyTexts, Runnable telling) {
    try {
      telling.run();
    } catch (Throwable e) {
      throw unconfirmed(e, () -> kept.keepWord(keyTexts), TOLD);
    }
  }

  /** Tells of a clear that the store has confirmed; if that fails, the word is kept. */
  void keepingWordOfClear(Runnable telling) {
    try {
      telling.run();
    } catch (Throwable e) {
      throw unconfirmed(e, kept::keepWordOfClear, TOLD);
    }
  }

  /** What a store never does is not tried again. */
  private CacheException unconfirmed(Throwable thrown, Runnable keep, String whatFollows) {
    if (thrown instanceof CacheException known && !known.isRetryable()) {
      throw known;
    }
    keep.run();
    if (!(thrown instanceof CacheException fault)) {
      // What ails the whole JVM.
      throw UnconfirmedWrites.<RuntimeException>asItIs(thrown);
    }
    return fault.saying(fault.getMessage() + (kept.isEnded() ? ENDED : whatFollows));
  }

  // Thrown as it is, whatever it is: X is only the compiler's name for it.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <X extends Throwable> X asItIs(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
