package dev.larder.memcached;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads on which a store watches its servers and its waits. */
final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MemcachedStore.class);

  /** A configuration endpoint that hangs holds one of them. */
  private static final int THREADS = 2;

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(THREADS, Background::thread);

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "larder-memcached-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** Does something after a time, unless the store is closed by then. */
  void later(long millis, Runnable work) {
    try {
      Future<?> unused =
          executor.schedule(() -> logged(work), Math.max(0, millis), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.trace("The store was closed", e);
    }
  }

  private static void logged(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      LOG.warn("Watching Memcached failed", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
