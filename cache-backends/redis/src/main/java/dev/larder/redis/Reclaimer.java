package dev.larder.redis;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes in the background what clearing has left behind, slowly, so that nobody waits for it.
 * What it does not come to ends with its time to live.
 */
final class Reclaimer implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(Reclaimer.class);

  /** Between two parts of a walk. */
  private static final Duration PAUSE = Duration.ofMillis(10);

  private static final long KEEP_THREAD_SECONDS = 10;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          KEEP_THREAD_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> {
            Thread created = new Thread(work, "larder-redis-reclaim");
            created.setDaemon(true);
            return created;
          });

  private final Set<RedisCache> waiting = ConcurrentHashMap.newKeySet();

  Reclaimer() {
    thread.allowCoreThreadTimeOut(true);
  }

  /** Begins some time, and ends some time. */
  void reclaim(RedisCache cache) {
    if (waiting.add(cache)) {
      try {
        thread.execute(() -> run(cache));
      } catch (RejectedExecutionException e) {
        LOGGER.debug("what was cleared is left to its time: the store is closed");
      }
    }
  }

  private void run(RedisCache cache) {
    // Cleared once more from here on, it is walked once more.
    waiting.remove(cache);
    try {
      cache.removeOutdated(Reclaimer::pause);
    } catch (RuntimeException e) {
      LOGGER.debug("what was cleared is left to its time", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      throw RedisFaults.interrupted("the store is being closed", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
