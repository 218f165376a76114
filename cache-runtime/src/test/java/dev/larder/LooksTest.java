package dev.larder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What looks after channels, where no thread is to be had. */
@Timeout(60)
class LooksTest {
  private final Object carrier = new Object();
  private final AtomicBoolean isToBeHad = new AtomicBoolean();
  private final CountDownLatch looked = new CountDownLatch(1);
  private final ThreadFactory threads =
      task ->
          new Thread(task) {
            @Override
            public synchronized void start() {
              if (!isToBeHad.get()) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              setDaemon(true);
              super.start();
            }
          };

  private record Noting(CountDownLatch looked) implements Looks.Watched {
    @Override
    public long look() {
      looked.countDown();
      return 0;
    }

    @Override
    public boolean isSound() {
      return true;
    }
  }

  private Looks without() {
    Looks looks = new Looks(threads);
    assertThatThrownBy(() -> looks.add(carrier, new Noting(looked)))
        .isInstanceOf(OutOfMemoryError.class);
    isToBeHad.set(true);
    return looks;
  }

  @Test
  void whatNoThreadLooksAfterIsLookedAfterWhenSomebodyHurries() throws InterruptedException {
    try (Looks looks = without()) {
      looks.hurry(carrier);
      looked.await();
    }
  }

  @Test
  void whatNoThreadLooksAfterIsLookedAfterWithTheNextThatIs() throws InterruptedException {
    try (Looks looks = without()) {
      looks.add(carrier, new Noting(new CountDownLatch(1)));
      looked.await();
    }
  }

  @Test
  void anErrorThatNobodyCanLogEndsNoLooks() throws InterruptedException {
    isToBeHad.set(true);
    CountDownLatch twice = new CountDownLatch(2);
    Looks.Watched failing =
        new Looks.Watched() {
          @Override
          public long look() {
            twice.countDown();
            return 0;
          }

          @Override
          public boolean isSound() {
            throw new OutOfMemoryError("heap");
          }
        };
    try (Looks looks = new Looks(threads)) {
      looks.add(carrier, failing);
      twice.await();
    }
  }
}
