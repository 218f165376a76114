package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread that runs out of stack in a loader must not leave its keys to be waited for. */
@Timeout(60)
class StackOverflowTest {
  private static final long STACK_BYTES = 512 * 1024;
  private static final int THREADS = 100;

  private final CacheManager caches = CacheManager.builder().build();
  private final Cache<Long, String> cache =
      caches.cache(
          CacheSpec.of(
              "default", "deep", KeyShape.single(PartTypes.LONG), ValueType.of("String", 1, true)));
  private long deepest;

  @AfterEach
  void close() {
    caches.close();
  }

  private String cachedWithoutEnd(long key) {
    deepest = Math.max(deepest, key);
    return cache.get(key, k -> cachedWithoutEnd(key + 1)) + key;
  }

  private String uncachedWithoutEnd(long key) {
    deepest = Math.max(deepest, key);
    cache.get(key, k -> "shallow");
    return uncachedWithoutEnd(key + 1) + key;
  }

  /** Uses up some stack first, so that its end is met at ever other places. */
  private String after(int frames, Runnable then) {
    if (frames == 0) {
      then.run();
      return "";
    }
    return after(frames - 1, then) + frames;
  }

  private Throwable thrownOnASmallStack(Runnable task) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Runnable guarded =
        () -> {
          try {
            task.run();
          } catch (Throwable e) {
            thrown.set(e);
          }
        };
    Thread thread = new Thread(null, guarded, "small stack", STACK_BYTES);
    thread.start();
    thread.join();
    return thrown.get();
  }

  private void overflows(Runnable task) throws InterruptedException {
    for (int i = 0; i < THREADS; i++) {
      int frames = 3 * i;
      assertThat(thrownOnASmallStack(() -> after(frames, task)))
          .isInstanceOf(StackOverflowError.class);
      for (long key = 0; key <= deepest; key++) {
        assertThat(cache.get(key, k -> "loaded")).isIn("loaded", "shallow");
      }
      cache.clear();
    }
  }

  @Test
  void cachedCallsWithoutEndFreeAllTheirKeys() throws InterruptedException {
    overflows(() -> cachedWithoutEnd(0));
  }

  @Test
  void aCachedCallAtTheEndOfTheStackFreesItsKey() throws InterruptedException {
    overflows(() -> uncachedWithoutEnd(0));
  }
}
