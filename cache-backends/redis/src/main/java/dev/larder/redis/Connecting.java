package dev.larder.redis;

import dev.larder.spi.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to the servers for the first time. Redisson makes it in the thread of the first call, and
 * lets that and all others wait as long as it takes; here a thread of its own makes it, and calls
 * wait for it no longer than they may. Each call after a failure tries again.
 */
final class Connecting {
  private final Runnable connect;
  private final Duration patience;
  private volatile boolean connected;
  private @Nullable CompletableFuture<Void> attempt;

  /**
   * Begins when it is told to, or with the first call: what is never used has no threads.
   *
   * @param connect returns when there is a connection
   */
  Connecting(Runnable connect, Duration patience) {
    this.connect = connect;
    this.patience = patience;
  }

  /** Begins, and returns at once; who calls soon need not wait for all of it. */
  void start() {
    CompletableFuture<Void> unused = begin();
  }

  /** Returns when there was a connection once. */
  void await(Supplier<String> what) {
    if (connected) {
      return;
    }
    try {
      begin().get(Deadline.nanosLeft(patience.toNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw RedisFaults.interrupted(what.get(), e);
    } catch (ExecutionException | TimeoutException e) {
      throw RedisFaults.of(e, what.get());
    }
  }

  private synchronized CompletableFuture<Void> begin() {
    CompletableFuture<Void> present = attempt;
    if (present == null || present.isCompletedExceptionally()) {
      present = new CompletableFuture<>();
      attempt = present;
      run(present);
    }
    return present;
  }

  private void run(CompletableFuture<Void> result) {
    Thread thread =
        new Thread(
            () -> {
              try {
                connect.run();
                connected = true;
                result.complete(null);
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            },
            "larder-redis-connect");
    thread.setDaemon(true);
    try {
      thread.start();
    } catch (Throwable e) {
      // No thread is to be had: the next call tries again.
      result.completeExceptionally(e);
    }
  }
}
