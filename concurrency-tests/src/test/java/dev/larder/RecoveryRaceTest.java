package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.larder.internal.clock.PreciseClock;
import dev.larder.spi.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A store that fails, recovers and is closed, at once: somebody sees to it as long as it is not
 * asked, and never two.
 */
class RecoveryRaceTest {
  private static final int ROUNDS = Boolean.getBoolean("larder.full") ? 50_000 : 2_000;
  private static final int FAULTS = Boolean.getBoolean("larder.full") ? 1_000_000 : 5_000;
  private static final int CALLERS = 3;

  /** Enough of each caller for the store to be given up by the last of all calls, or before. */
  private static final int CALLS = 2;

  /** It fails again just when the thread that saw to it finds nothing left to do. */
  @Test
  @Timeout(300)
  void whatFailsAgainIsSeenToAgainAndByOne() {
    Failing store = new Failing();
    Recovery recovery = new Recovery(store, Thread::new);
    for (int i = 0; i < FAULTS; i++) {
      store.needed = true;
      recovery.begin();
      recovery.begin();
      store.awaitCare();
    }
    assertThat(store.mostAtOnce).hasValue(1);
  }

  /** What is well again as soon as somebody sees to it. */
  private static final class Failing implements Recovery.Care {
    private static final Duration LONG = Duration.ofSeconds(30);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile boolean needed;

    @Override
    public boolean take() {
      mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
      Thread.yield();
      needed = false;
      now.decrementAndGet();
      return true;
    }

    @Override
    public boolean isNeeded() {
      return needed;
    }

    private void awaitCare() {
      long end = System.nanoTime() + LONG.toNanos();
      while (needed) {
        if (System.nanoTime() - end > 0) {
          throw new AssertionError("nobody sees to it");
        }
        Thread.yield();
      }
    }
  }

  @Test
  @Timeout(300)
  void noStoreIsLeftUnasked() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      for (int i = 0; i < ROUNDS; i++) {
        Probed store = new Probed();
        fail(store.guard, callers, i % 4 == 0);
        awaitRecovery();
        if (i % 4 != 0) {
          // Asked for the first time now: who is refused begins a recovery that is missing.
          assertThatCode(store.guard::requireAsked).doesNotThrowAnyException();
          store.guard.close();
        }
        assertThat(store.mostAtOnce).hasValueLessThan(2);
      }
    } finally {
      callers.shutdown();
    }
  }

  /** A store that is well whenever it is asked whether it is. */
  private static final class Probed {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final StoreGuard guard =
        new StoreGuard(
            "probed",
            true,
            () -> {},
            this::probe,
            new PreciseClock(System::nanoTime),
            new Events(List.of()));

    private void probe() {
      mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
      Thread.yield();
      now.decrementAndGet();
    }
  }

  private static void fail(StoreGuard guard, ExecutorService callers, boolean closes)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(CALLERS + 1);
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      ends.add(callers.submit(() -> failAfter(start, guard)));
    }
    start.await();
    if (closes) {
      Deadline.within(Duration.ofSeconds(10), () -> closed(guard));
    }
    for (Future<?> each : ends) {
      each.get();
    }
  }

  private static boolean closed(StoreGuard guard) {
    guard.close();
    return true;
  }

  private static int failAfter(CyclicBarrier start, StoreGuard guard) throws Exception {
    start.await();
    int failed = 0;
    for (int i = 0; i < CALLS; i++) {
      try {
        guard.ask(RecoveryRaceTest::failing, late -> {});
      } catch (IllegalStateException | CacheConnectionException e) {
        failed++;
      }
    }
    return failed;
  }

  private static boolean failing() {
    throw new IllegalStateException("no route");
  }

  private static void awaitRecovery() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("larder-recovery")) {
        thread.join();
      }
    }
  }
}
