package dev.larder;

import dev.larder.internal.thread.DetachedThreads;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to a store in the background, again and again in growing pauses, as long as there is
 * something to do. The thread is there only as long.
 */
final class Recovery {
  private static final Logger LOGGER = LoggerFactory.getLogger(Recovery.class);
  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final long LAST_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final ThreadFactory threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Care care;
  private volatile @Nullable Thread thread;
  private volatile long startsAgainNanos = System.nanoTime();
  private boolean again;
  private boolean closed;

  Recovery(Care care) {
    this(care, new DetachedThreads("larder-recovery"));
  }

  Recovery(Care care, ThreadFactory threads) {
    this.care = care;
    this.threads = threads;
  }

  /** What is to be done. */
  interface Care {
    /** Does it; gives whether it has succeeded, so that what is left is done without a pause. */
    boolean take();

    /** Whether there is something left to do. */
    boolean isNeeded();
  }

  /** Begins, if it has not begun. */
  void begin() {
    lock.lock();
    try {
      again = true;
      if (!closed && isAbsent()) {
        Thread created = threads.newThread(this::run);
        thread = created;
        start(created);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Begins anew if no thread was to be had, or it has died of an error: for whoever finds that
   * there is something to do, and nobody who does it. Costs next to nothing where somebody does.
   */
  void goOn() {
    if (isAbsent() && System.nanoTime() - startsAgainNanos >= 0) {
      begin();
    }
  }

  private boolean isAbsent() {
    Thread current = thread;
    return current == null || current.getState() == Thread.State.TERMINATED;
  }

  private void start(Thread created) {
    try {
      created.start();
    } catch (Throwable e) {
      // No thread is to be had: of those who are refused, one tries again after a pause.
      startsAgainNanos = System.nanoTime() + LAST_PAUSE_NANOS;
      thread = null;
      LOGGER.warn("a store that has failed cannot be seen to", e);
    }
  }

  /** Whether the current thread is the one that sees to the store. */
  boolean isMine() {
    return Thread.currentThread() == thread;
  }

  private void run() {
    long pause = FIRST_PAUSE_NANOS;
    while (goesOn()) {
      boolean done = took();
      pause = done ? FIRST_PAUSE_NANOS : pause;
      if (!done) {
        await(pause);
        pause = Math.min(2 * pause, LAST_PAUSE_NANOS);
      }
    }
  }

  /** Decided under the lock: who begins after it finds no thread, and makes another. */
  private boolean goesOn() {
    lock.lock();
    try {
      boolean goesOn = !closed && (again || care.isNeeded());
      again = false;
      if (!goesOn) {
        thread = null;
        ended.signalAll();
      }
      return goesOn;
    } finally {
      lock.unlock();
    }
  }

  private boolean took() {
    try {
      return care.take();
    } catch (Throwable e) {
      // Thrown on, it would leave the store unasked for ever.
      LOGGER.warn("a store that has failed could not be seen to", e);
      return false;
    }
  }

  private void await(long nanos) {
    lock.lock();
    try {
      long left = nanos;
      while (!closed && left > 0) {
        left = ended.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // Nobody but a store's client can have meant this thread; it ends by closing alone.
      LOGGER.debug("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  /** Ends it, and waits some time for what it does just now. */
  void close(Duration patience) {
    lock.lock();
    try {
      closed = true;
      ended.signalAll();
      long left = TimeUnit.NANOSECONDS.convert(patience);
      while (thread != null && left > 0) {
        left = ended.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
