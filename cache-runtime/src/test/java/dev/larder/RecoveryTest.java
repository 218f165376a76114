package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a store is seen to, also where threads fail. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecoveryTest {
  private final CountDownLatch taken = new CountDownLatch(1);

  private final Recovery.Care care =
      new Recovery.Care() {
        @Override
        public boolean take() {
          taken.countDown();
          return true;
        }

        @Override
        public boolean isNeeded() {
          return taken.getCount() > 0;
        }
      };

  private boolean wasTaken() throws InterruptedException {
    return taken.await(30, TimeUnit.SECONDS);
  }

  @Test
  void beginsAnewWhereNoThreadWasToBeHad() throws InterruptedException {
    AtomicInteger threads = new AtomicInteger();
    ThreadFactory scarce =
        work ->
            new Thread(work) {
              @Override
              public synchronized void start() {
                if (threads.incrementAndGet() == 1) {
                  throw new OutOfMemoryError("unable to create native thread");
                }
                super.start();
              }
            };
    Recovery recovery = new Recovery(care, scarce);
    recovery.begin();
    assertThat(taken.getCount()).isOne();
    while (threads.get() == 1) {
      recovery.goOn();
    }
    assertThat(wasTaken()).isTrue();
  }

  @Test
  void beginsAnewWhereItsThreadHasDied() throws InterruptedException {
    AtomicInteger threads = new AtomicInteger();
    Thread dying = new Thread(() -> {});
    ThreadFactory mortal = work -> threads.incrementAndGet() == 1 ? dying : new Thread(work);
    Recovery recovery = new Recovery(care, mortal);
    recovery.begin();
    dying.join();
    recovery.goOn();
    assertThat(wasTaken()).isTrue();
  }
}
