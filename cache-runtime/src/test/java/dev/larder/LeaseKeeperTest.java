package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.clock.PreciseClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What renews leases, where no thread is to be had. */
@Timeout(60)
class LeaseKeeperTest {
  private final ScarceThreads threads = new ScarceThreads();
  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, threads);
  private final CountDownLatch renewed = new CountDownLatch(2);

  private boolean renew() {
    renewed.countDown();
    return true;
  }

  @Test
  void loadsWithoutAThreadLeaveNothingBehindAndTheNextOneIsRenewed() throws InterruptedException {
    PreciseClock clock = new PreciseClock(System::nanoTime);
    try (LeaseKeeper keeper = new LeaseKeeper(Duration.ofMillis(30), clock, executor)) {
      for (int loads = 0; loads < 3; loads++) {
        keeper.keep(() -> true).close();
      }
      assertThat(executor.getQueue()).isEmpty();
      threads.areToBeHad();
      try (LeaseKeeper.Kept kept = keeper.keep(this::renew)) {
        assertThat(kept).isNotNull();
        renewed.await();
      }
    }
  }
}
