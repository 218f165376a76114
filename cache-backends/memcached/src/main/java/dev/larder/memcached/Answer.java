package dev.larder.memcached;

import com.spotify.folsom.MemcacheClosedException;
import dev.larder.CacheConnectionException;
import dev.larder.CacheTimeoutException;
import dev.larder.spi.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a server is going to answer to a command that was sent.
 *
 * @param <T> the answer
 */
final class Answer<T> {
  private final Node node;
  private final Command<T> command;
  private final long budget;
  private final long deadline;
  private int retries;
  private CompletionStage<T> stage;

  Answer(Node node, Command<T> command, int retries) {
    this.node = node;
    this.command = command;
    this.retries = retries;
    this.budget = Deadline.nanosLeft(node.patience().timeout().toNanos());
    this.deadline = System.nanoTime() + budget;
    this.stage = node.send(command);
  }

  /**
   * The answer, once it is there.
   *
   * @throws CacheConnectionException if the connection was lost, also after retries
   * @throws CacheTimeoutException if there is none in time
   */
  T await() {
    while (true) {
      try {
        return node.deadlines().await(stage.toCompletableFuture(), deadline);
      } catch (ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof TimeoutException) {
          throw node.late(Duration.ofNanos(budget), cause);
        }
        if (!(cause instanceof MemcacheClosedException) || !mayRetry()) {
          throw node.fault(cause);
        }
        stage = node.send(command);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private long left() {
    return Math.max(0, deadline - System.nanoTime());
  }

  /** A server without any connection fails at once: its connections come back in the background. */
  private boolean mayRetry() {
    long delay = node.patience().retryDelay().toNanos();
    if (retries == 0 || delay >= left()) {
      return false;
    }
    retries--;
    try {
      TimeUnit.NANOSECONDS.sleep(delay);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return node.isConnected();
  }

  private CacheConnectionException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CacheConnectionException(
        "interrupted while waiting for Memcached at " + node.address(), MemcachedStore.NAME, e);
  }
}
