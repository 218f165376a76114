package dev.larder;

import dev.larder.internal.load.Load;
import dev.larder.internal.load.Load.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loads of one cache that run beside its callers' threads, while these have an older value: one
 * of each key, and for a moment after one has failed none.
 *
 * @param <V> the values
 */
final class Reloads<V> {
  /** For how long nobody asks a loader again that has failed. */
  static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  /** So many loaders may hang at once, and so many keys pause: neither is to fill the heap. */
  private static final int MOST_RUNNING = 1_000;

  private static final int MOST_PAUSES = 10_000;

  private static final Duration QUIET = Duration.ofMinutes(1);

  private static final Logger LOGGER = LoggerFactory.getLogger(Reloads.class);

  private final Tiers<V> tiers;
  private final Tasks tasks;
  private final Events events;
  private final Supplier<String> cache;
  private final Function<Object, String> texts;
  private final Map<Object, Reload<V>> running = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final Map<Object, Long> pauses = new ConcurrentHashMap<>();
  private final FaultSpell failing;

  Reloads(
      Tiers<V> tiers,
      Tasks tasks,
      Events events,
      Supplier<String> cache,
      Function<Object, String> texts) {
    this.tiers = tiers;
    this.tasks = tasks;
    this.events = events;
    this.cache = cache;
    this.texts = texts;
    this.failing = new FaultSpell(tiers.clock, QUIET);
  }

  /**
   * How a key is to be loaded.
   *
   * @param source where from
   * @param unless tells what is not kept
   */
  record Order<V>(Object key, LoadRun.Source<V> source, Predicate<? super V> unless) {}

  /** One load; others may wait for it. */
  static final class Reload<V> {
    private final CompletableFuture<Outcome<V>> end = new CompletableFuture<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile boolean late;

    /** The load that it runs or waits for; null: it has not begun. */
    private volatile @Nullable Load<V> load;

    private volatile @Nullable LoadRun<V> run;

    /**
     * How it ended; null if it has not after that time, or the waiting thread is interrupted. Once
     * it was late for one caller, no other waits.
     */
    @Nullable Outcome<V> within(Duration time) {
      try {
        return late ? end.getNow(null) : end.get(time.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        late = true;
        return null;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      } catch (ExecutionException e) {
        throw new AssertionError("an outcome never completes exceptionally", e);
      }
    }

    /** The load that it runs, if the store has told this that there is nothing older. */
    @Nullable Load<V> withoutOld() {
      LoadRun<V> own = run;
      return own != null && own.isWithoutOld() ? own.own() : null;
    }

    boolean isFirstToTell() {
      return !told.getAndSet(true);
    }
  }

  /** Starts the refresh of what is due, unless one runs or has just failed. */
  void refresh(Order<V> order, long knownUntil) {
    if (!isPaused(order.key())) {
      start(order, run -> run.renew(order.source(), order.unless(), knownUntil));
    }
  }

  /** The load of what is stale, started unless one runs; null if there is no place for it. */
  @Nullable Reload<V> reload(Order<V> order) {
    return start(order, run -> run.reload(order.source(), order.unless()));
  }

  private @Nullable Reload<V> start(Order<V> order, Function<LoadRun<V>, Outcome<V>> load) {
    Reload<V> present = running.get(order.key());
    if (present != null && !isOutdated(order.key(), present)) {
      return present;
    }
    if (underWay.get() >= MOST_RUNNING || tiers.isClosed()) {
      return null;
    }
    Reload<V> mine = new Reload<>();
    present = registered(order.key(), mine);
    return present == mine ? begun(order, mine, load) : present;
  }

  private Reload<V> registered(Object key, Reload<V> mine) {
    return running.compute(key, (k, there) -> there == null || isOutdated(k, there) ? mine : there);
  }

  /** Whether a write has come since it began: what it finds is for those who wait already. */
  private boolean isOutdated(Object key, Reload<V> reload) {
    Load<V> load = reload.load;
    return load != null && !tiers.fence.isRegistered(key, load);
  }

  private @Nullable Reload<V> begun(
      Order<V> order, Reload<V> mine, Function<LoadRun<V>, Outcome<V>> load) {
    underWay.incrementAndGet();
    boolean accepted = false;
    try {
      accepted = tasks.offer(() -> run(order.key(), mine, load));
    } finally {
      if (!accepted) {
        end(order.key(), mine, new Outcome.Abandoned<>());
      }
    }
    return accepted ? mine : null;
  }

  private void run(Object key, Reload<V> mine, Function<LoadRun<V>, Outcome<V>> load) {
    Outcome<V> outcome = new Outcome.Abandoned<>();
    try {
      outcome = tasks.isClosed() ? outcome : joinedOrLoaded(key, mine, load);
    } finally {
      end(key, mine, outcome);
    }
  }

  private void end(Object key, Reload<V> mine, Outcome<V> outcome) {
    running.remove(key, mine);
    underWay.decrementAndGet();
    mine.end.complete(outcome);
  }

  private Outcome<V> joinedOrLoaded(
      Object key, Reload<V> mine, Function<LoadRun<V>, Outcome<V>> load) {
    try (LoadRun<V> run = LoadRun.renewing(tiers, key)) {
      Load<V> joined = run.join();
      mine.load = joined == null ? run.own() : joined;
      if (joined == null) {
        return loaded(key, mine, run, load);
      }
      Outcome<V> outcome = joined.await(tiers.patience);
      if (hasAsked(outcome)) {
        return outcome;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Abandoned<>();
    }
    // The other one has only looked, and leaves the load to this.
    try (LoadRun<V> run = LoadRun.refreshing(tiers, key)) {
      mine.load = run.own();
      return loaded(key, mine, run, load);
    }
  }

  private Outcome<V> loaded(
      Object key, Reload<V> mine, LoadRun<V> run, Function<LoadRun<V>, Outcome<V>> load) {
    mine.run = run;
    return noted(key, load.apply(run));
  }

  private static boolean hasAsked(Outcome<?> outcome) {
    return outcome instanceof Outcome.Loaded
        || outcome instanceof Outcome.Threw
        || outcome instanceof Outcome.Stale;
  }

  private Outcome<V> noted(Object key, Outcome<V> outcome) {
    if (outcome instanceof Outcome.Loaded) {
      tiers.counters.refresh();
    } else if (outcome instanceof Outcome.Threw<V> threw) {
      tiers.counters.refreshFailure();
      fail(key, threw.cause());
      events.tell(new CacheEvent.RefreshFailed(cache.get(), texts.apply(key), threw.cause()));
    }
    return outcome;
  }

  /** Tells that an old value is served, by who finds that it has to be. */
  void tellStale(Object key, @Nullable Throwable cause) {
    events.tell(new CacheEvent.StaleServed(cache.get(), texts.apply(key), cause));
  }

  /** The loader of a key has failed, and an older value is served. The first is logged. */
  void fail(Object key, Throwable cause) {
    pause(key);
    if (failing.beginsWithFault()) {
      LOGGER.warn("loads of the cache {} fail; older values are served", cache.get(), cause);
    }
  }

  /** A load has succeeded. That none has failed for a while is logged. */
  void succeed(Object key) {
    if (!failing.lasts()) {
      return;
    }
    pauses.remove(key);
    if (failing.endsWithSuccess()) {
      LOGGER.info("loads of the cache {} succeed again", cache.get());
    }
  }

  private void pause(Object key) {
    long now = tiers.clock.preciseNanos();
    if (pauses.size() >= MOST_PAUSES) {
      pauses.values().removeIf(until -> until <= now);
    }
    if (pauses.size() < MOST_PAUSES) {
      pauses.put(key, now + PAUSE_NANOS);
    }
  }

  /** Whether the loader of a key has failed a moment ago. */
  boolean isPaused(Object key) {
    Long until = pauses.isEmpty() ? null : pauses.get(key);
    return until != null && (until > tiers.clock.preciseNanos() || !pauses.remove(key, until));
  }
}
