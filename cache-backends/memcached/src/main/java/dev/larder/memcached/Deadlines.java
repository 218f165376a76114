package dev.larder.memcached;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends waits that last too long. One look at all of them every few milliseconds costs less than a
 * timer of the system's for each, which took one in twenty of all reads.
 */
final class Deadlines implements AutoCloseable {
  private static final long STEP_MILLIS = 5;

  /** Looks without any wait to be seen, after which there are none until one begins. */
  private static final int IDLE_LOOKS = 200;

  private final Background background;
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isLooking = new AtomicBoolean();
  private volatile boolean isClosed;

  Deadlines(Background background) {
    this.background = background;
  }

  /** Where the waits are watched. */
  Background background() {
    return background;
  }

  /** One thread's wait; equal to no other. */
  private static final class Wait {
    private final CompletableFuture<?> future;
    private final long nanos;

    Wait(CompletableFuture<?> future, long nanos) {
      this.future = future;
      this.nanos = nanos;
    }

    void endIfLate(long now) {
      if (now - nanos >= 0) {
        future.completeExceptionally(new TimeoutException());
      }
    }
  }

  /**
   * What a future comes to.
   *
   * @param nanos when the wait ends, by {@link System#nanoTime}
   * @throws ExecutionException if it fails; because of a {@link TimeoutException} if it is late
   */
  <T> T await(CompletableFuture<T> future, long nanos)
      throws ExecutionException, InterruptedException {
    if (future.isDone()) {
      return future.get();
    }
    Wait wait = new Wait(future, nanos);
    waits.add(wait);
    if (isClosed) {
      // Nobody looks any more.
      wait.endIfLate(nanos);
    }
    look();
    try {
      return future.get();
    } finally {
      waits.remove(wait);
    }
  }

  private void look() {
    if (!isLooking.get() && isLooking.compareAndSet(false, true)) {
      background.later(STEP_MILLIS, () -> look(0));
    }
  }

  private void look(int idle) {
    boolean isIdle = waits.isEmpty();
    try {
      long now = System.nanoTime();
      waits.forEach(wait -> wait.endIfLate(now));
    } finally {
      lookAgain(isIdle ? idle + 1 : 0);
    }
  }

  /** Whatever a look came to: waits without anybody who looks would have no end. */
  private void lookAgain(int idle) {
    if (idle <= IDLE_LOOKS) {
      background.later(STEP_MILLIS, () -> look(idle));
      return;
    }
    isLooking.set(false);
    // A wait that began between the look and this saw that we were looking still.
    if (!waits.isEmpty()) {
      look();
    }
  }

  /** Ends all waits, those that begin later too; the connections are closed by then. */
  @Override
  public void close() {
    isClosed = true;
    waits.forEach(wait -> wait.endIfLate(wait.nanos));
  }
}
