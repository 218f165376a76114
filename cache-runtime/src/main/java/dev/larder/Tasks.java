package dev.larder;

import dev.larder.internal.thread.DetachedThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs on a manager's executor; closing lets it end (I9). */
final class Tasks {
  /** Tasks wait for stores and run loaders, so that there are more threads than processors. */
  private static final int MOST_THREADS = 32;

  private static final Logger LOGGER = LoggerFactory.getLogger(Tasks.class);

  private final Executor executor;
  private final Runnable shutdown;
  private final Duration closeTimeout;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private int running;
  private boolean closed;

  /**
   * Tasks of an executor.
   *
   * @param shutdown ends the executor
   * @param closeTimeout how long closing waits for what runs
   */
  Tasks(Executor executor, Runnable shutdown, Duration closeTimeout) {
    this.executor = executor;
    this.shutdown = shutdown;
    this.closeTimeout = closeTimeout;
  }

  /** Tasks on threads that there are only while there is something to do. */
  static Tasks onOwnThreads(Duration closeTimeout) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DetachedThreads("larder-async"));
    executor.allowCoreThreadTimeOut(true);
    return new Tasks(executor, executor::shutdown, closeTimeout);
  }

  /**
   * A task.
   *
   * @param <T> its result
   */
  @FunctionalInterface
  interface Task<T extends @Nullable Object> {
    T run() throws Throwable;
  }

  /** A task without a result. */
  @FunctionalInterface
  interface Deed {
    void run() throws Throwable;
  }

  @SuppressWarnings("NullAway") // it does not know that Void may be null
  CompletionStage<Void> does(Deed deed) {
    return run(
        () -> {
          deed.run();
          return null;
        });
  }

  /**
   * Runs a task; what it throws, and that the executor takes no more or has no thread for it, is
   * what the stage fails with. Once closed, nobody waits for it, nor for its thread.
   */
  <T extends @Nullable Object> CompletionStage<T> run(Task<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    boolean counted = begin();
    Runnable run = runFor(Thread.currentThread().getContextClassLoader(), task, result, counted);
    try {
      (counted ? executor : ForkJoinPool.commonPool()).execute(run);
    } catch (RuntimeException | Error e) {
      // Whatever it is, the task will not run: it must not be waited for, nor its stage.
      end(counted);
      result.completeExceptionally(e);
    }
    return result;
  }

  /**
   * Runs a task that nobody asked for: one that a closed manager does not begin, nor one whose
   * executor takes no more, or fails; gives whether it will run.
   */
  boolean offer(Deed deed) {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    Task<Boolean> task =
        () -> {
          deed.run();
          return true;
        };
    if (!begin()) {
      return false;
    }
    boolean accepted = false;
    try {
      executor.execute(runFor(Thread.currentThread().getContextClassLoader(), task, result, true));
      accepted = true;
    } catch (RuntimeException | OutOfMemoryError e) {
      // As said: it will not run. That there is no thread for it is nothing to its caller (I2).
      LOGGER.debug("a load in the background was not begun", e);
    } finally {
      if (!accepted) {
        end(true);
      }
    }
    return accepted;
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** A loader sees the class loader that it would have seen on its caller's thread. */
  private <T extends @Nullable Object> Runnable runFor(
      @Nullable ClassLoader callers, Task<T> task, CompletableFuture<T> result, boolean counted) {
    return () -> {
      Thread thread = Thread.currentThread();
      ClassLoader own = thread.getContextClassLoader();
      thread.setContextClassLoader(callers);
      try {
        runNow(task, result);
      } finally {
        thread.setContextClassLoader(own);
        end(counted);
      }
    };
  }

  private static <T extends @Nullable Object> void runNow(
      Task<T> task, CompletableFuture<T> result) {
    try {
      result.complete(task.run());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  private boolean begin() {
    lock.lock();
    try {
      if (!closed) {
        running++;
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void end(boolean counted) {
    lock.lock();
    try {
      running -= counted ? 1 : 0;
      idle.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How long closing waits. */
  Duration closeTimeout() {
    return closeTimeout;
  }

  /** Takes no more, and waits for what runs, until the time is over; a second call does nothing. */
  void close() {
    int left = awaitEnd();
    if (left > 0) {
      LOGGER.warn(
          "{} calls had not ended {} after the cache manager was closed", left, closeTimeout);
    }
    shutdown.run();
  }

  private int awaitEnd() {
    lock.lock();
    try {
      closed = true;
      long nanos = closeTimeout.toNanos();
      while (running > 0 && nanos > 0) {
        nanos = idle.awaitNanos(nanos);
      }
      return running;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return running;
    } finally {
      lock.unlock();
    }
  }
}
