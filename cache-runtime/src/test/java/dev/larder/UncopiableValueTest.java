package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.generated.Serializers;
import dev.larder.generated.Values;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values of a {@code localCopy} that are at times not to be written: no caller hears of it. */
class UncopiableValueTest {
  private static final Set<Thread.State> WAITING =
      EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private final AtomicBoolean writable = new AtomicBoolean(true);
  private final CacheManager caches = CacheManager.builder().build();
  private final Cache<Integer, StringBuilder> cache = caches.cache(spec());

  private CacheSpec<Integer, StringBuilder> spec() {
    ValueType<StringBuilder> type =
        ValueType.of(
            "java.lang.StringBuilder",
            1,
            false,
            () ->
                Values.of(
                    StringBuilder.class,
                    Serializers.STRING.mapped(this::written, StringBuilder::new)));
    return CacheSpec.of("default", "texts", KeyShape.single(PartTypes.INT), type).localCopy();
  }

  private String written(StringBuilder value) {
    if (!writable.get()) {
      throw new IllegalStateException("not now");
    }
    return value.toString();
  }

  @AfterEach
  void close() {
    caches.close();
  }

  @Test
  void i2_whoWaitsForItRunsItsOwnCode() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    StringBuilder loaded = new StringBuilder("loaded");
    StringBuilder own = new StringBuilder("own");
    writable.set(false);
    FutureTask<StringBuilder> one =
        new FutureTask<>(
            () ->
                cache.get(
                    1,
                    key -> {
                      loading.countDown();
                      go.await();
                      return loaded;
                    }));
    FutureTask<StringBuilder> other = new FutureTask<>(() -> cache.get(1, key -> own));
    start(one);
    loading.await();
    awaitWaiting(start(other));
    go.countDown();

    assertThat(one.get()).isSameAs(loaded);
    assertThat(other.get()).isSameAs(own);
    assertThat(cache.stats().loads()).isEqualTo(2);
    assertThat(cache.stats().misses()).isEqualTo(2);
    assertThat(cache.stats().hits()).isZero();
  }

  private static Thread start(Runnable call) {
    Thread thread = new Thread(call, "caller");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void awaitWaiting(Thread thread) {
    while (!WAITING.contains(thread.getState())) {
      assertThat(thread.isAlive()).as("it waits for the other's load").isTrue();
      Thread.onSpinWait();
    }
  }

  @Test
  void i2_aHitOfItIsAMiss() {
    StringBuilder own = new StringBuilder("own");
    keep("kept");
    assertThat(cache.get(1, key -> own)).isSameAs(own);
    keep("kept");
    assertThat(cache.localHit(1)).isNull();
    keep("kept");
    assertThat(cache.lookup(1)).isEqualTo(new Lookup.Miss<>());
    keep("kept");
    assertThat(cache.getAll(List.of(1))).isEmpty();
    assertThat(cache.contains(1)).as("what nobody can have is given up").isFalse();
    assertThat(cache.stats().hits()).isZero();
  }

  @Test
  void aStageOfItIsThatOfAMiss() {
    StringBuilder own = new StringBuilder("own");
    keep("kept");
    assertThat(cache.async().get(1).toCompletableFuture().join()).isNull();
    keep("kept");
    assertThat(cache.async().get(1, key -> own).toCompletableFuture().join()).isSameAs(own);
  }

  @Test
  void itIsNotInTheWayOfAnotherValue() {
    keep("kept");
    StringBuilder next = new StringBuilder("next");
    assertThat(cache.putIfAbsent(1, next)).isNull();
  }

  @Test
  void itsLifeAndItsEndTakeNoCopy() {
    keep("kept");
    assertThat(cache.touch(1, Duration.ofHours(1))).isTrue();
    writable.set(true);
    assertThat(cache.localHit(1)).hasToString("kept");
    writable.set(false);
    assertThat(cache.evict(1, new StringBuilder("another object"))).isFalse();
    assertThat(cache.contains(1)).isTrue();
  }

  private void keep(String text) {
    writable.set(true);
    cache.put(1, new StringBuilder(text));
    writable.set(false);
  }
}
