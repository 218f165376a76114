package dev.larder;

import dev.larder.internal.thread.DetachedThreads;
import dev.larder.spi.Deadline;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a store that may wait for as long as it likes, on threads of its own, and leaves alone what
 * does not end in time. The threads are there only while there is something to do, and are no more
 * than so many: where all of them hang, calls fail at once.
 */
final class DetachedCalls {
  static final int MOST_THREADS = 64;

  private static final Logger LOGGER = LoggerFactory.getLogger(DetachedCalls.class);
  private static final long KEEP_THREAD_SECONDS = 10;

  private final String storeName;
  private final Semaphore free = new Semaphore(MOST_THREADS);
  private final AtomicInteger leftAlone = new AtomicInteger();
  private final ThreadPoolExecutor executor;

  DetachedCalls(String storeName) {
    this(storeName, new DetachedThreads("larder-store"));
  }

  DetachedCalls(String storeName, ThreadFactory threads) {
    this.storeName = storeName;
    this.executor =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            KEEP_THREAD_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads);
  }

  /**
   * What a call answers before the {@link Deadline}; throws what it throws.
   *
   * @param late takes the answer that comes after it
   */
  <T extends @Nullable Object> T call(Supplier<T> question, Consumer<? super T> late) {
    return begun(question, late).await(() -> Deadline.nanosLeft(Long.MAX_VALUE));
  }

  /**
   * Goes through many keys, until the {@link Deadline} if there is one.
   *
   * @param longestPause that may pass without any key
   */
  void walk(Consumer<Consumer<String>> walk, Consumer<String> each, Duration longestPause) {
    Walk walked = new Walk(each, System.nanoTime() + longestPause.toNanos(), longestPause);
    try {
      begun(() -> walked.along(walk), done -> {})
          .await(() -> Deadline.nanosLeft(walked.nanosLeft()));
    } finally {
      walked.isOver = true;
    }
  }

  private <T extends @Nullable Object> Task<T> begun(
      Supplier<T> question, Consumer<? super T> late) {
    Task<T> task = new Task<>(question, late, Thread.currentThread().getContextClassLoader());
    awaitThread();
    try {
      executor.execute(task);
    } catch (OutOfMemoryError e) {
      free.release();
      throw timedOut("no thread is to be had that waits for the store " + storeName, e);
    } catch (Throwable e) {
      free.release();
      throw e;
    }
    return task;
  }

  private void awaitThread() {
    try {
      if (leftAlone.get() >= MOST_THREADS
          || !free.tryAcquire(Deadline.nanosLeft(Long.MAX_VALUE), TimeUnit.NANOSECONDS)) {
        throw timedOut("all " + MOST_THREADS + " threads wait for the store " + storeName, null);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private CacheTimeoutException timedOut(String message, @Nullable Throwable cause) {
    return new CacheTimeoutException(message, storeName, cause);
  }

  private CacheTimeoutException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return timedOut("the thread was interrupted while it waited for the store " + storeName, e);
  }

  /** One call. */
  private final class Task<T extends @Nullable Object> implements Runnable {
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Supplier<T> question;
    private final Consumer<? super T> late;
    private final @Nullable ClassLoader callers;

    Task(Supplier<T> question, Consumer<? super T> late, @Nullable ClassLoader callers) {
      this.question = question;
      this.late = late;
      this.callers = callers;
    }

    /** A client sees the class loader that it would have seen on its caller's thread. */
    @Override
    public void run() {
      Thread thread = Thread.currentThread();
      thread.setContextClassLoader(callers);
      try {
        if (!answered()) {
          leftAlone.decrementAndGet();
        }
      } finally {
        thread.setContextClassLoader(null);
        free.release();
      }
    }

    /** Whether somebody waited for it still. */
    private boolean answered() {
      try {
        T answer = question.get();
        return result.complete(answer) || tooLate(answer);
      } catch (Throwable e) {
        return result.completeExceptionally(e);
      }
    }

    private boolean tooLate(T answer) {
      try {
        late.accept(answer);
      } catch (Throwable e) {
        LOGGER.debug("a late answer of the store {} was of no use", storeName, e);
      }
      return false;
    }

    /** Waits as long as there is something left. */
    T await(LongSupplier nanosLeft) {
      while (true) {
        try {
          return result.get(nanosLeft.getAsLong(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          if (nanosLeft.getAsLong() <= 0) {
            return givenUp(timedOut("the store " + storeName + " did not answer in time", null));
          }
        } catch (InterruptedException e) {
          return givenUp(interrupted(e));
        } catch (ExecutionException e) {
          throw DetachedCalls.<RuntimeException>asItIs(e);
        }
      }
    }

    /** Unless the answer has come at the last moment. */
    private T givenUp(CacheTimeoutException fault) {
      leftAlone.incrementAndGet();
      if (result.completeExceptionally(fault)) {
        throw fault;
      }
      leftAlone.decrementAndGet();
      try {
        return result.join();
      } catch (CompletionException e) {
        throw DetachedCalls.<RuntimeException>asItIs(e);
      }
    }
  }

  // Thrown as it is, whatever it is: X is only the compiler's name for it.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X asItIs(Exception e) throws X {
    throw (X) (e.getCause() == null ? e : e.getCause());
  }

  /** How far a walk has come. */
  private static final class Walk {
    private final Consumer<String> each;
    private final long pauseNanos;
    private volatile long endNanos;
    private volatile boolean isOver;

    Walk(Consumer<String> each, long endNanos, Duration longestPause) {
      this.each = each;
      this.endNanos = endNanos;
      this.pauseNanos = longestPause.toNanos();
    }

    boolean along(Consumer<Consumer<String>> walk) {
      walk.accept(this::came);
      return true;
    }

    private void came(String key) {
      if (isOver) {
        throw new CancellationException("nobody waits for the walk any more");
      }
      each.accept(key);
      endNanos = System.nanoTime() + pauseNanos;
    }

    long nanosLeft() {
      return Math.max(0, endNanos - System.nanoTime());
    }
  }
}
