package dev.larder.internal.clock;

import dev.larder.internal.thread.DetachedThreads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A clock whose coarse time is a field that one daemon thread writes every {@link #TICK}. All uses
 * of a class loader share the thread; the last {@link #close} ends it.
 *
 * <p>Reading the system's time costs more than the rest of a local hit together, so hits read the
 * field. What the field lags behind is at most the tick while the thread gets to run, and as much
 * more as the system keeps it from running.
 */
public final class TickingClock extends Clock {
  /** How far the coarse time may lie behind. */
  public static final Duration TICK = Duration.ofMillis(10);

  private static final Ticks TICKS = new Ticks(new DetachedThreads("larder-clock"));

  private final AtomicBoolean closed = new AtomicBoolean();

  private TickingClock() {}

  /** A use of the shared clock; starts its thread if this is the only one. */
  public static TickingClock open() {
    TICKS.acquire();
    return new TickingClock();
  }

  @Override
  public long coarseNanos() {
    return TICKS.coarse();
  }

  @Override
  public long preciseNanos() {
    return TICKS.precise();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      TICKS.release();
    }
  }
}
