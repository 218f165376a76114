package dev.larder;

import dev.larder.internal.thread.DetachedThreads;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what stores and their clients hold, each on a thread of its own: one that hangs keeps
 * nothing else open, and nobody waiting for ever (I9).
 */
final class Closings {
  private static final Logger LOGGER = LoggerFactory.getLogger(Closings.class);

  private final ThreadFactory threads;
  private final Queue<Closing> begun = new ConcurrentLinkedQueue<>();

  Closings() {
    this(new DetachedThreads("larder-closing"));
  }

  Closings(ThreadFactory threads) {
    this.threads = threads;
  }

  private record Closing(String what, Thread thread) {}

  /** Begins to close something. */
  void begin(String what, Runnable closing) {
    Thread thread = threads.newThread(closing);
    // A client sees the class loader that it would have seen on the thread of whoever closes it.
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    begun.add(new Closing(what, thread));
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      // No thread is to be had. It may hang here, but nobody else would close it.
      closing.run();
    }
  }

  /**
   * Waits for all that was begun, until the time is over; also on a thread that is interrupted, as
   * those are that a program ends with.
   */
  void await(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = Thread.interrupted();
    for (Closing each : begun) {
      interrupted |= joinUntil(end, each.thread());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives whether the current thread was interrupted meanwhile. */
  private static boolean joinUntil(long end, Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive() && end - System.nanoTime() > 0) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  /** Says what has not ended. */
  void tellOpen() {
    List<String> open =
        begun.stream().filter(each -> each.thread().isAlive()).map(Closing::what).toList();
    if (!open.isEmpty()) {
      LOGGER.warn("the cache manager is closed, but has left alone what does not close: {}", open);
    }
  }
}
