package dev.larder;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Whether a store is asked at all. It opens when half of the last calls found the store down; who
 * asks next is told so at once. It closes only when somebody says so: no caller is the one who has
 * to find out whether the store answers again.
 */
final class StoreBreaker {
  /** So few that a store that hangs is given up after some seconds by a single caller, too. */
  private static final int WINDOW = 10;

  private static final int FEWEST_CALLS = 5;
  private static final float RATE = 50;

  /**
   * For so long after it was closed it stays so: of a store of several servers some may be down
   * while the others answer, and it must not go on and off without a pause.
   */
  private static final long LENIENT_NANOS = Duration.ofSeconds(1).toNanos();

  private final String storeName;
  private final CircuitBreaker breaker;

  /**
   * How many more successes change what the breaker has seen: none, once its whole window is full
   * of them. So a call of a store that is well costs no more than to read this.
   */
  private final AtomicInteger countedSuccesses = new AtomicInteger(WINDOW);

  private volatile @Nullable Outage outage;
  private volatile long lenientUntilNanos;

  StoreBreaker(String storeName) {
    this.storeName = storeName;
    this.lenientUntilNanos = System.nanoTime();
    this.breaker =
        CircuitBreaker.of(
            storeName,
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(FEWEST_CALLS)
                .failureRateThreshold(RATE)
                .build());
  }

  /**
   * While it is open.
   *
   * @param sinceNanos from when on
   * @param cause the last of the faults that led to it
   * @param refusal for whoever asks: one for all, so that it costs nothing
   */
  record Outage(long sinceNanos, CacheException cause, CacheConnectionException refusal) {
    Duration duration() {
      return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }
  }

  /** Null while it is closed. */
  @Nullable Outage outage() {
    return outage;
  }

  /** The store has answered. */
  void succeeded() {
    if (countedSuccesses.get() > 0) {
      countedSuccesses.decrementAndGet();
      breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }
  }

  /** The store was found down; gives whether that has opened this. */
  boolean failed(Throwable cause) {
    if (System.nanoTime() - lenientUntilNanos < 0) {
      return false;
    }
    breaker.onError(0, TimeUnit.NANOSECONDS, cause);
    countedSuccesses.set(WINDOW);
    return breaker.getState() == State.OPEN && open(cause);
  }

  private synchronized boolean open(Throwable fault) {
    if (outage != null || breaker.getState() != State.OPEN) {
      return false;
    }
    CacheException cause = StoreFaults.asCacheException(fault, storeName);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String message =
        "the store " + storeName + " is not asked since " + now + ": " + cause.getMessage();
    outage =
        new Outage(
            System.nanoTime(),
            cause,
            CacheConnectionException.ofCallNotMade(message, storeName, cause));
    return true;
  }

  /** From now on the store is asked again. */
  synchronized void close() {
    lenientUntilNanos = System.nanoTime() + LENIENT_NANOS;
    breaker.transitionToClosedState();
    countedSuccesses.set(WINDOW);
    outage = null;
  }
}
