package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is closed with a manager. */
@Timeout(60)
class ClosingsTest {
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void whereNoThreadIsToBeHadWhoeverClosesTheManagerClosesIt() {
    new Closings(new ScarceThreads()).begin("something", closed::incrementAndGet);
    assertThat(closed).hasValue(1);
  }

  @Test
  void anInterruptedThreadWaitsForItAsWell() {
    Closings closings = new Closings();
    Thread closer = Thread.currentThread();
    closings.begin(
        "something",
        () -> {
          while (closer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
          }
          closed.incrementAndGet();
        });
    closer.interrupt();
    closings.await(Duration.ofSeconds(30));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(closed).hasValue(1);
  }
}
