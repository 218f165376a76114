package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.clock.TickingClock;
import dev.larder.spi.Store;
import dev.larder.testkit.TextCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Opening and closing, by two threads at once. */
class OpenAndCloseRaceTest {
  private static final int TIMES = 300;

  @Test
  void theClockTicksForWhoeverOpensItWhileTheLastUserCloses() throws InterruptedException {
    for (int i = 0; i < TIMES; i++) {
      openWhileTheLastUserCloses();
    }
  }

  private static void openWhileTheLastUserCloses() throws InterruptedException {
    TickingClock last = TickingClock.open();
    TickingClock[] next = new TickingClock[1];

    race(last::close, () -> next[0] = TickingClock.open());

    try (TickingClock clock = next[0]) {
      long seen = clock.coarseNanos();
      // Ends, or is ended as a hang: the only thing that moves this time is the thread.
      while (clock.coarseNanos() == seen) {
        Thread.onSpinWait();
      }
      assertThat(clock.coarseNanos()).isLessThanOrEqualTo(clock.preciseNanos());
    }
    for (Thread ticker : tickers()) {
      ticker.join();
    }
  }

  private static List<Thread> tickers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("larder-clock"))
        .toList();
  }

  @Test
  void aStoreIsClosedOnceHoweverManyCloseTheManager() throws InterruptedException {
    for (int i = 0; i < TIMES; i++) {
      closeTwice();
    }
  }

  private static void closeTwice() throws InterruptedException {
    AtomicInteger closed = new AtomicInteger();
    CacheManager caches =
        CacheManager.builder()
            .ticker(() -> 0)
            .chain("rows", chain -> chain.distributed(new Counted(closed)).codec(new TextCodec()))
            .build();

    race(caches::close, caches::close);

    assertThat(closed).hasValue(1);
  }

  /** A store whose closing is counted. */
  private record Counted(AtomicInteger closed) implements Store {
    @Override
    public String name() {
      return "counted";
    }

    @Override
    public byte[] get(String key) {
      return null;
    }

    @Override
    public void put(String key, byte[] value, Duration timeToLive) {}

    @Override
    public boolean remove(String key) {
      return false;
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private static void race(Runnable here, Runnable there) throws InterruptedException {
    CountDownLatch bothAreReady = new CountDownLatch(2);
    Thread other = new Thread(() -> after(bothAreReady, there), "racer");
    other.start();
    after(bothAreReady, here);
    other.join();
  }

  private static void after(CountDownLatch ready, Runnable action) {
    ready.countDown();
    while (ready.getCount() > 0) {
      Thread.onSpinWait();
    }
    action.run();
  }
}
