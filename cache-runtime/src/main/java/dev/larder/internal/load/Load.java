package dev.larder.internal.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One load of one key: run by the thread that made it, waited for by any others.
 *
 * @param <V> the value
 */
public final class Load<V> {
  /** Waiting for one that died, waiting for the next one, loading; the last may begin midway. */
  private static final int PHASES = 4;

  private final LoadingThread owner = LoadingThread.enter();
  private final CompletableFuture<Outcome<V>> outcome = new CompletableFuture<>();
  private final boolean isRefresh;
  private final boolean onlyLooks;
  private volatile boolean isLoading;

  /**
   * A load that the current thread runs.
   *
   * @param isRefresh whether it loads anew what the tiers may hold, so that readers need not wait
   */
  public Load(boolean isRefresh) {
    this(isRefresh, false);
  }

  private Load(boolean isRefresh, boolean onlyLooks) {
    this.isRefresh = isRefresh;
    this.onlyLooks = onlyLooks;
  }

  /** A read that the current thread makes, and that runs no loader whatever it finds. */
  public static <V> Load<V> looking() {
    return new Load<>(false, true);
  }

  /** Who wants the value is not to wait for this: there may be none, and another look after it. */
  boolean yieldsTo(Load<V> other) {
    return onlyLooks && !other.onlyLooks;
  }

  /** Whether it loads anew what the tiers may hold. */
  public boolean isRefresh() {
    return isRefresh;
  }

  /** Until now it asked the tiers for the value; from now on it runs the loader. */
  public void beginLoading() {
    isLoading = true;
  }

  /** How a load ended. */
  public sealed interface Outcome<V> {
    /**
     * The loader returned.
     *
     * @param value what it gave
     */
    record Loaded<V>(@Nullable V value) implements Outcome<V> {}

    /**
     * A tier had the value after all, and no loader ran.
     *
     * @param value what it held
     */
    record Found<V>(@Nullable V value) implements Outcome<V> {}

    /**
     * The loader threw, and what a tier still had of before is given in its place.
     *
     * @param value what it held
     */
    record Stale<V>(@Nullable V value) implements Outcome<V> {}

    /**
     * A tier has a value that is too old to be given if a load gives a new one in good time.
     *
     * @param value what it holds
     * @param overNanos when it is not to be given at all
     */
    record AtHand<V>(@Nullable V value, long overNanos) implements Outcome<V> {}

    /**
     * The loader threw.
     *
     * @param cause what it threw, the very same object
     */
    record Threw<V>(Throwable cause) implements Outcome<V> {}

    /**
     * The load's own thread was interrupted, which says nothing to the others: one of them may try.
     */
    record Abandoned<V>() implements Outcome<V> {}

    /** The waiting was given up: it had no end, took too long, or its thread was interrupted. */
    record Unawaited<V>() implements Outcome<V> {}
  }

  /** Whether the current thread runs it. */
  public boolean isOwn() {
    return owner.isCurrent();
  }

  LoadingThread owner() {
    return owner;
  }

  /** Whether the outcome is known. */
  boolean isComplete() {
    return outcome.isDone();
  }

  /** Gives the outcome to all who wait or will; the first outcome counts. */
  public void complete(Outcome<V> end) {
    outcome.complete(end);
  }

  /** Ends the making thread's part; to be called by it, once, after {@link #complete}. */
  public void close() {
    owner.exit();
  }

  /**
   * Waits for another thread's load, unless that would never end.
   *
   * @param patience for how long at the most once its loader runs, and as long again for each of
   *     the two that may have had the lease before; zero: until it ends
   * @throws InterruptedException if the waiting thread is interrupted; the load goes on
   */
  public Outcome<V> await(Duration patience) throws InterruptedException {
    LoadingThread me = LoadingThread.enter();
    try {
      return me.startWaitingFor(this) ? awaitOutcome(me, patience) : new Outcome.Unawaited<>();
    } finally {
      me.exit();
    }
  }

  private Outcome<V> awaitOutcome(LoadingThread me, Duration patience) throws InterruptedException {
    try {
      return patience.isZero() ? outcome.get() : awaitPhases(patience);
    } catch (ExecutionException e) {
      throw new AssertionError("an outcome never completes exceptionally", e);
    } finally {
      me.stopWaiting();
    }
  }

  /** Who waits for a load that waits for others' leases gives it the time to load afterwards. */
  private Outcome<V> awaitPhases(Duration patience)
      throws InterruptedException, ExecutionException {
    for (int phase = 1; ; phase++) {
      boolean wasLoading = isLoading;
      try {
        return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (wasLoading || phase == PHASES) {
          return new Outcome.Unawaited<>();
        }
      }
    }
  }
}
