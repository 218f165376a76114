package dev.larder.testkit;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A thread that makes one call.
 *
 * @param <T> what the call gives
 */
final class Caller<T> {
  private final CompletableFuture<@Nullable T> answer = new CompletableFuture<>();
  private final Thread thread;

  private Caller(Callable<@Nullable T> call) {
    this.thread = new Thread(() -> make(call), "caller");
    thread.setDaemon(true);
  }

  /** Makes the call from now on. */
  static <T> Caller<T> of(Callable<@Nullable T> call) {
    Caller<T> caller = new Caller<>(call);
    caller.thread.start();
    return caller;
  }

  private void make(Callable<@Nullable T> call) {
    try {
      answer.complete(call.call());
    } catch (Throwable thrown) {
      answer.completeExceptionally(thrown);
    }
  }

  /** Returns when the thread waits for another one, as a call does that joined a load. */
  Caller<T> awaitWaiting() throws InterruptedException {
    while (!isWaiting()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the call did not come to wait");
      }
      Thread.onSpinWait();
    }
    return this;
  }

  private boolean isWaiting() {
    Thread.State state = thread.getState();
    if (state == Thread.State.TERMINATED) {
      throw new AssertionError("the call has not waited, but gave " + answer);
    }
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  void interrupt() {
    thread.interrupt();
  }

  boolean isDone() {
    return answer.isDone();
  }

  /** What the call gave; its exception is thrown as it is. */
  @Nullable T answer() throws Throwable {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }
}
