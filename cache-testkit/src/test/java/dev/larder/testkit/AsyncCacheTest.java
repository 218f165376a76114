package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.AsyncCache;
import dev.larder.CacheConnectionException;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.CacheValidationException;
import dev.larder.KeyShape;
import dev.larder.Lookup;
import dev.larder.PartTypes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a cache does for callers that must not wait. */
class AsyncCacheTest extends Managers {
  private final AsyncCache<Long, String> cache = here().async();

  AsyncCacheTest() {
    super(2, store -> over(store, true));
  }

  private static <T> T result(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void eachReadAndWriteDoesWhatTheCacheDoes() throws Exception {
    assertThat(result(cache.get(1L))).isNull();
    assertThat(result(cache.get(1L, key -> "one"))).isEqualTo("one");
    assertThat(result(there().async().get(1L))).isEqualTo("one");
    result(cache.put(2L, "two"));
    result(cache.put(3L, "three", Duration.ofMinutes(1)));
    result(cache.putAll(Map.of(4L, "four")));
    result(cache.putAll(Map.of(5L, "five"), Duration.ofMinutes(1)));
    assertThat(result(cache.getAll(List.of(1L, 2L, 3L, 4L, 5L, 6L))))
        .containsOnlyKeys(1L, 2L, 3L, 4L, 5L);
    assertThat(result(cache.timeToLive(3L))).isEqualTo(Duration.ofMinutes(1));
    assertThat(result(cache.touch(3L, Duration.ofMinutes(2)))).isTrue();
    assertThat(result(cache.timeToLive(3L))).isEqualTo(Duration.ofMinutes(2));
    assertThat(result(cache.lookup(2L))).isEqualTo(new Lookup.Hit<>("two"));
    assertThat(result(cache.contains(6L))).isFalse();
    assertThat(result(cache.putIfAbsent(6L, "six"))).isNull();
    assertThat(result(cache.putIfAbsent(6L, "seven"))).isEqualTo("six");
    assertThat(result(cache.refresh(6L, key -> "new six"))).isEqualTo("new six");
    assertThat(result(cache.evict(6L, "six"))).isFalse();
    assertThat(result(cache.evict(6L, "new six"))).isTrue();
    result(cache.evict(1L));
    result(cache.evictAll(List.of(2L)));
    assertThat(result(cache.evictMatching("3"))).isEqualTo(1);
    assertThat(here().getAll(List.of(1L, 2L, 3L, 4L, 5L, 6L))).containsOnlyKeys(4L, 5L);
    result(cache.warm(List.of(7L), key -> "seven"));
    assertThat(here().localHit(7L)).isEqualTo("seven");
    result(cache.clear());
    assertThat(here().get(7L)).isNull();
  }

  @Test
  void aLocalHitIsThereAtOnce() {
    here().put(1L, "one");
    assertThat(cache.get(1L).toCompletableFuture()).isCompletedWithValue("one");
    assertThat(cache.get(1L, key -> "loaded").toCompletableFuture()).isCompletedWithValue("one");
  }

  @Test
  void theCallerDoesNotWaitForTheStore() {
    Runnable release = store.faults().everyCallHangs();
    CompletableFuture<String> value = cache.get(1L, key -> "one").toCompletableFuture();
    assertThat(value).isNotDone();
    release.run();
    assertThat(value.join()).isEqualTo("one");
  }

  @Test
  void i3_theLoadersOwnExceptionIsTheStages() {
    IOException cause = new IOException("no database");
    CompletionStage<String> failed =
        cache.get(
            1L,
            key -> {
              throw cause;
            });
    assertThatThrownBy(() -> result(failed)).isInstanceOf(ExecutionException.class).hasCause(cause);
    assertThat(here().contains(1L)).isFalse();
  }

  @Test
  void aWritesFaultIsTheStages() {
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    assertThatThrownBy(() -> result(cache.put(1L, "one")))
        .hasCauseInstanceOf(CacheConnectionException.class);
  }

  @Test
  void anArgumentThatCannotBeIsToldAtOnce() {
    assertThatThrownBy(() -> cache.put(1L, "one", Duration.ofSeconds(-1)))
        .isInstanceOf(CacheValidationException.class);
  }

  @Test
  void aLoaderSeesItsCallersClassLoader() throws Exception {
    ClassLoader mine = new ClassLoader(getClass().getClassLoader()) {};
    Thread.currentThread().setContextClassLoader(mine);
    try {
      CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
      result(
          cache.get(
              1L,
              key -> {
                seen.complete(Thread.currentThread().getContextClassLoader());
                return "one";
              }));
      assertThat(seen.join()).isSameAs(mine);
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
  }

  @Test
  void i9_closingWaitsForWhatWasBegun() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    CompletionStage<String> value =
        cache.get(
            1L,
            key -> {
              begun.countDown();
              released.await();
              return "one";
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(here::close);
    released.countDown();
    closing.get(10, TimeUnit.SECONDS);
    assertThat(value.toCompletableFuture()).isCompletedWithValue("one");
    assertThat(there().get(1L)).isEqualTo("one");
  }

  @Test
  void i9_closingEndsWithItsTime() {
    CountDownLatch released = new CountDownLatch(1);
    CacheManager manager = CacheManager.builder().closeTimeout(Duration.ofMillis(1)).build();
    AsyncCache<Long, String> stuck =
        manager
            .cache(CacheSpec.of("default", "users", KeyShape.single(PartTypes.LONG), TEXT))
            .async();
    CompletionStage<String> value =
        stuck.get(
            1L,
            key -> {
              released.await();
              return "one";
            });
    manager.close();
    assertThat(value.toCompletableFuture()).isNotDone();
    released.countDown();
    assertThat(value.toCompletableFuture().join()).isEqualTo("one");
  }

  @Test
  void i2_afterTheCloseLoadersStillRun() throws Exception {
    here.close();
    assertThat(result(cache.get(1L, key -> "one"))).isEqualTo("one");
    assertThat(result(cache.get(1L))).isNull();
  }
}
