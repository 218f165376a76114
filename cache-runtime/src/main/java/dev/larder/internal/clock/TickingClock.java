package dev.larder.internal.clock;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A clock whose coarse time is a field that one daemon thread writes every {@link #TICK}. All uses
 * of a class loader share the thread; the last {@link #close} ends it.
 *
 * <p>Reading the system's time costs more than the rest of a local hit together, so hits read the
 * field. What the field lags behind is at most the tick while the thread gets to run; a tick that
 * comes later than twice its time is counted.
 */
public final class TickingClock extends Clock {
  /** How far the coarse time may lie behind. */
  public static final Duration TICK = Duration.ofMillis(10);

  private static final Ticks TICKS = new Ticks();

  private final AtomicBoolean closed = new AtomicBoolean();

  private TickingClock() {}

  /** A use of the shared clock; starts its thread if this is the only one. */
  public static TickingClock open() {
    TICKS.acquire();
    return new TickingClock();
  }

  /** How many ticks came later than twice their time. */
  public static long lateTicks() {
    return TICKS.late.sum();
  }

  @Override
  public long coarseNanos() {
    return TICKS.coarse;
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

  /** The one field, its thread, and how many use them. */
  private static final class Ticks {
    private final long origin = System.nanoTime();
    private final LongAdder late = new LongAdder();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile long coarse;
    private volatile @Nullable Thread ticker;
    private int uses;

    long precise() {
      return System.nanoTime() - origin;
    }

    void acquire() {
      lock.lock();
      try {
        coarse = precise();
        if (uses++ == 0) {
          start();
        }
      } finally {
        lock.unlock();
      }
    }

    void release() {
      lock.lock();
      try {
        if (--uses == 0) {
          LockSupport.unpark(ticker);
          ticker = null;
        }
      } finally {
        lock.unlock();
      }
    }

    private void start() {
      Thread thread = new Thread(this::tick, "larder-clock");
      thread.setDaemon(true);
      // The thread must not keep alive the class loader of whoever opened the first manager.
      thread.setContextClassLoader(null);
      ticker = thread;
      thread.start();
    }

    /**
     * Runs until another thread, or none, is the ticker: a late end of one cannot stop the next.
     */
    private void tick() {
      long last = precise();
      while (ticker == Thread.currentThread()) {
        LockSupport.parkNanos(this, TICK.toNanos());
        long now = precise();
        if (now - last > 2 * TICK.toNanos()) {
          late.increment();
        }
        last = now;
        coarse = now;
      }
    }
  }
}
