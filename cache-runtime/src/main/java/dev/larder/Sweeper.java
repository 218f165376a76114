package dev.larder;

import dev.larder.internal.thread.DetachedThreads;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes from the local tiers of a manager what nobody asks for any more, every ten seconds. */
final class Sweeper implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(Sweeper.class);
  private static final long INTERVAL_SECONDS = Duration.ofSeconds(10).toSeconds();

  private final Runnable task;
  private final ScheduledThreadPoolExecutor executor;
  private final ScheduledFuture<?> sweeping;

  Sweeper(Runnable task) {
    this.task = task;
    this.executor = new ScheduledThreadPoolExecutor(1, new DetachedThreads("larder-sweeper"));
    this.sweeping =
        executor.scheduleWithFixedDelay(
            this::sweep, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
  }

  void sweep() {
    try {
      task.run();
    } catch (Throwable e) {
      // Thrown on, it would silently end all later sweeps.
      LOGGER.warn("expired entries could not be removed", e);
    }
  }

  @Override
  public void close() {
    sweeping.cancel(false);
    executor.shutdownNow();
  }
}
