package dev.larder.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.thread.DetachedThreads;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TicksTest {
  private boolean isOutOfThreads;
  private final ThreadFactory threads =
      task ->
          isOutOfThreads ? new Unstartable() : new DetachedThreads("test-clock").newThread(task);
  private final Ticks ticks = new Ticks(threads);

  /** What the system has no room for. */
  private static final class Unstartable extends Thread {
    @Override
    public synchronized void start() {
      throw new OutOfMemoryError("unable to create native thread");
    }
  }

  private void assertItTicks() {
    long before = ticks.coarse();
    while (ticks.coarse() == before) {
      Thread.onSpinWait();
    }
    assertThat(ticks.coarse()).isGreaterThan(before);
  }

  @Test
  void aThreadThatCouldNotStartIsTriedAgainForTheNextUse() {
    isOutOfThreads = true;
    assertThatThrownBy(ticks::acquire).isInstanceOf(OutOfMemoryError.class);
    isOutOfThreads = false;
    ticks.acquire();
    assertItTicks();
    ticks.release();
  }

  @Test
  void itTicksUntilItsLastUseEnds() {
    ticks.acquire();
    ticks.acquire();
    ticks.release();
    assertItTicks();
    ticks.release();
  }
}
