package dev.larder.internal.clock;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The one field of coarse time, its thread, and how many clocks use them. */
final class Ticks {
  private final ThreadFactory threads;
  private final long origin = System.nanoTime();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile long coarse;
  private volatile @Nullable Thread ticker;
  private int uses;

  Ticks(ThreadFactory threads) {
    this.threads = threads;
  }

  long coarse() {
    return coarse;
  }

  long precise() {
    return System.nanoTime() - origin;
  }

  /** One use more. If the thread cannot be started, it is none, and the next one tries again. */
  void acquire() {
    lock.lock();
    try {
      coarse = precise();
      if (uses == 0) {
        start();
      }
      uses++;
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
    Thread thread = threads.newThread(this::tick);
    ticker = thread;
    thread.start();
  }

  /** Runs until another thread, or none, is the ticker: a late end of one cannot stop the next. */
  private void tick() {
    while (ticker == Thread.currentThread()) {
      LockSupport.parkNanos(this, TickingClock.TICK.toNanos());
      coarse = precise();
    }
  }
}
