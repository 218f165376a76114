package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long a caller waits for another's load: a few lease times, and then it loads by itself (I2).
 */
@Timeout(30)
class PatienceTest {
  private final CacheManager caches =
      CacheManager.builder().leaseTime(Duration.ofMillis(50)).build();
  private final Cache<Long, String> cache =
      caches.cache(
          CacheSpec.of(
              "default",
              "users",
              KeyShape.single(PartTypes.LONG),
              ValueType.of("String", 1, true)));

  @AfterEach
  void close() {
    caches.close();
  }

  @Test
  void aLoaderThatWaitsForAnotherThreadThatAsksForItsKeyEnds() {
    String value =
        cache.get(
            1L,
            key ->
                "outer and "
                    + CompletableFuture.supplyAsync(() -> cache.get(1L, same -> "inner")).join());
    assertThat(value).isEqualTo("outer and inner");
    assertThat(cache.get(1L)).isEqualTo("outer and inner");
  }

  @Test
  void whoeverWaitsForAHangingLoadLoadsByItselfInTheEnd() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    CompletableFuture<String> hanging =
        CompletableFuture.supplyAsync(
            () ->
                cache.get(
                    1L,
                    key -> {
                      started.countDown();
                      awaitUninterrupted(released);
                      return "late";
                    }));
    started.await();
    assertThat(cache.get(1L, key -> "own")).isEqualTo("own");
    assertThat(cache.localHit(1L)).isNull();
    assertThat(cache.stats().loads()).isEqualTo(1);
    released.countDown();
    assertThat(hanging.get()).isEqualTo("late");
    assertThat(cache.localHit(1L)).isEqualTo("late");
    assertThat(cache.stats().loads()).isEqualTo(2);
    assertThat(cache.stats().misses()).isEqualTo(2);
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
