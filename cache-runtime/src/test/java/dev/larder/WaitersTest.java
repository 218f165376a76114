package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Waiters.Waiter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits for long who is told not to. */
@Timeout(60)
class WaitersTest {
  private static final long FOR_EVER = Duration.ofHours(1).toNanos();
  private final Waiters waiters = new Waiters();

  /** Waits for a key in a thread of its own, until the condition holds after a wake. */
  private Thread waiting(Object key, AtomicBoolean condition) throws InterruptedException {
    CountDownLatch known = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try (Waiter waiter = waiters.add(key)) {
                known.countDown();
                while (!condition.get()) {
                  waiter.await(FOR_EVER);
                }
              }
            });
    thread.start();
    known.await();
    return thread;
  }

  @Test
  void whoWaitsForAKeyIsWokenByIt() throws InterruptedException {
    AtomicBoolean condition = new AtomicBoolean();
    Thread one = waiting("key", condition);
    Thread other = waiting("key", condition);
    condition.set(true);
    waiters.wake("key");
    one.join();
    other.join();
  }

  @Test
  void allAreWokenAtOnce() throws InterruptedException {
    AtomicBoolean condition = new AtomicBoolean();
    Thread one = waiting("one", condition);
    Thread other = waiting("other", condition);
    condition.set(true);
    waiters.wakeAll();
    one.join();
    other.join();
  }

  @Test
  void aWakeBeforeTheWaitIsNotLostThoughThePermitIs() {
    try (Waiter waiter = waiters.add("key")) {
      waiters.wake("key");
      // As a call of a store does that waits for its answer.
      LockSupport.parkNanos(1);
      waiter.await(FOR_EVER);
    }
  }

  @Test
  void whoNoLongerWaitsIsNotWoken() {
    Waiter gone = waiters.add("key");
    gone.close();
    gone.close();
    waiters.wake("key");
    long begin = System.nanoTime();
    gone.await(Duration.ofMillis(1).toNanos());
    assertThat(System.nanoTime()).isGreaterThan(begin);
    try (Waiter staying = waiters.add("key")) {
      waiters.add("key").close();
      waiters.wake("key");
      staying.await(FOR_EVER);
    }
  }
}
