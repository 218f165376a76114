package dev.larder.redis;

import static dev.larder.redis.Told.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.CacheTimeoutException;
import dev.larder.redis.Told.Heard;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Puts and evicts of many threads, which one server is sent together. */
class GatheredChangesTest {
  private static final int THREADS = 16;
  private static final int ROUNDS = 100;
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose private final RedisServer server = RedisServer.redis().start();
  private final RedisStore store = RedisStore.connect(Patient.options(server.uri()));
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void end() {
    threads.shutdownNow();
    store.close();
  }

  private void inEachThread(IntConsumer work) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      all.add(CompletableFuture.runAsync(() -> work.accept(thread), threads));
    }
    all.forEach(CompletableFuture::join);
  }

  @Test
  void eachThreadFindsWhatItDid() throws InterruptedException {
    RedisCache cache = Told.cache(store);
    RedisCache other = Told.cache(store);
    try (Heard heard = Told.listen(store)) {
      inEachThread(
          thread -> {
            String key = Told.CACHE + ":" + thread;
            for (int round = 0; round < ROUNDS; round++) {
              byte[] value = utf8(thread + " " + round);
              cache.put(key, value, HOUR);
              assertThat(other.get(key)).isEqualTo(value);
              assertThat(cache.remove(key)).isTrue();
              assertThat(other.get(key)).isNull();
              assertThat(cache.remove(key)).isFalse();
            }
          });
      List<String> words = heard.untilNow(store);
      assertThat(words).hasSizeLessThanOrEqualTo(3 * THREADS * ROUNDS);
      for (int i = 0; i < words.size(); i++) {
        assertThat(words.get(i)).isEqualTo((i + 1) + ":E");
      }
    }
  }

  @Test
  void fewerCommandsThanChangesAreSent() {
    RedisCache cache = Told.cache(store);
    assertThat(store.lastNumber(Told.CHANNEL)).isPositive();
    server.command("CONFIG", "RESETSTAT");
    inEachThread(
        thread -> {
          for (int round = 0; round < ROUNDS; round++) {
            cache.put(Told.CACHE + ":" + thread + ":" + round, utf8("one"), HOUR);
          }
        });
    Map<String, Long> calls = server.commandStats();
    assertThat(calls).containsEntry("set", 1L + THREADS * ROUNDS);
    assertThat(calls.get("publish")).isLessThan(THREADS * ROUNDS);
    assertThat(cache.readAll(List.of(Told.CACHE + ":0:0", Told.CACHE + ":15:99"))).hasSize(2);
  }

  @Test
  void aLongValueIsPutByItself() {
    RedisCache cache = Told.cache(store);
    byte[] value = new byte[1_000_000];
    long before = store.lastNumber(Told.CHANNEL);
    inEachThread(thread -> cache.put(Told.CACHE + ":" + thread, value, HOUR));
    assertThat(store.lastNumber(Told.CHANNEL)).isEqualTo(before + THREADS);
    assertThat(cache.get(Told.CACHE + ":7")).isEqualTo(value);
  }

  @Test
  void whatIsGivenUpIsPutNoMoreThanOnce() {
    try (RedisStore impatient =
        RedisStore.connect(
            RedisOptions.builder()
                .url(server.uri())
                .connectTimeout(Duration.ofSeconds(20))
                .commandTimeout(Duration.ofMillis(500))
                .build())) {
      RedisCache cache = Told.cache(impatient);
      Eventually.succeeds(() -> cache.put(Told.CACHE + ":known", utf8("one"), HOUR));
      server.command("CONFIG", "RESETSTAT");
      server.pause();
      inEachThread(
          thread ->
              assertThatExceptionOfType(CacheTimeoutException.class)
                  .isThrownBy(() -> cache.put(Told.CACHE + ":" + thread, utf8("one"), HOUR))
                  .withMessageContaining(Told.CACHE + ":" + thread));
      server.resume();
      Told.cache(store).put(Told.CACHE + ":after", utf8("one"), HOUR);
      assertThat(server.commandStats().get("set")).isBetween(1L, 1L + THREADS);
    }
  }
}
