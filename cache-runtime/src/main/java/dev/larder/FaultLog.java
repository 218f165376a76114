package dev.larder;

import dev.larder.internal.clock.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the faults of a store that goes on answering others: once when they begin, and once when
 * there was none for a while. A store that answers nothing is told of by its guard.
 */
final class FaultLog {
  private static final Logger LOGGER = LoggerFactory.getLogger(FaultLog.class);
  private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

  private final String storeName;
  private final Clock clock;
  private final AtomicReference<@Nullable Episode> episode = new AtomicReference<>();

  FaultLog(String storeName, Clock clock) {
    this.storeName = storeName;
    this.clock = clock;
  }

  /** Faults that belong together. */
  private static final class Episode {
    private final AtomicLong faults = new AtomicLong(1);
    private volatile Throwable last;
    private volatile long lastNanos;
    private boolean logged;

    Episode(Throwable first, long nanos) {
      this.last = first;
      this.lastNanos = nanos;
    }

    void add(Throwable fault, long nanos) {
      faults.incrementAndGet();
      last = fault;
      lastNanos = nanos;
    }

    boolean isQuiet(long nanos) {
      return nanos - lastNanos >= QUIET_NANOS;
    }

    synchronized boolean isLoggedFirst() {
      boolean first = !logged;
      logged = true;
      return first;
    }
  }

  void failed(Throwable fault) {
    long nanos = clock.preciseNanos();
    // Whole from the first moment on: a success beside it must not take it for one of long ago.
    Episode now = episode.compareAndExchange(null, new Episode(fault, nanos));
    if (now != null) {
      now.add(fault, nanos);
    }
  }

  /** It answers: what failed before was no outage. */
  void succeeded() {
    Episode now = episode.get();
    if (now == null) {
      return;
    }
    if (now.isLoggedFirst()) {
      LOGGER.warn(
          "calls of the store {} fail while others succeed; further ones are counted",
          storeName,
          now.last);
    }
    if (now.isQuiet(clock.preciseNanos()) && episode.compareAndSet(now, null)) {
      LOGGER.info("calls of the store {} fail no more; {} had failed", storeName, now.faults);
    }
  }

  /** They were an outage, which is logged elsewhere. */
  void forget() {
    episode.set(null);
  }
}
