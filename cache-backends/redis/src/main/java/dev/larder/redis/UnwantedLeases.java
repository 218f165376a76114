package dev.larder.redis;

import dev.larder.CacheException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back in the background what a server may grant to somebody who has stopped waiting for the
 * answer. Otherwise everybody would wait for a value that nobody loads, until the lease ends.
 */
final class UnwantedLeases implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(UnwantedLeases.class);

  /** The leases beyond end by themselves. */
  private static final int MOST_WAITING = 10_000;

  /** Between a failure and the next try. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final long KEEP_THREAD_SECONDS = 10;

  /**
   * On its own connection, the first word may overtake the wish for the lease. The server has taken
   * up both by the time it answers, and thus the wish goes before the second.
   */
  private static final int ANSWERS = 2;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          KEEP_THREAD_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MOST_WAITING),
          work -> {
            Thread created = new Thread(work, "larder-redis-leases");
            created.setDaemon(true);
            return created;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  UnwantedLeases() {
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * Begins some time, and goes on until the server has answered, or the lease is over.
   *
   * @param release tells the server, and gives whether the lease stood
   */
  void giveBack(BooleanSupplier release, Duration leaseTime) {
    long begin = System.nanoTime();
    long nanos = TimeUnit.NANOSECONDS.convert(leaseTime);
    thread.execute(() -> run(release, () -> System.nanoTime() - begin < nanos));
  }

  private static void run(BooleanSupplier release, BooleanSupplier mayStand) {
    int answers = 0;
    while (answers < ANSWERS
        && mayStand.getAsBoolean()
        && !Thread.currentThread().isInterrupted()) {
      try {
        answers = release.getAsBoolean() ? ANSWERS : answers + 1;
      } catch (CacheException e) {
        pause();
      } catch (RuntimeException e) {
        LOGGER.debug("a lease that nobody wants is left to its time", e);
        return;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      // The store is being closed.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
