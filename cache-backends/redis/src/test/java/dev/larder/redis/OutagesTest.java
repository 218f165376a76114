package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheConnectionException;
import dev.larder.CacheException;
import dev.larder.CacheTimeoutException;
import dev.larder.spi.Deadline;
import dev.larder.spi.Messaging.Listener;
import dev.larder.spi.Messaging.Subscription;
import dev.larder.testkit.server.FaultProxy;
import dev.larder.testkit.server.RedisServer;
import dev.larder.testkit.server.Way;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Servers that are down, that hang, and that come back. */
class OutagesTest {
  private static final String KEY = "outages:1:users:7";
  private static final byte[] ONE = "one".getBytes(UTF_8);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void beginsWithTheServerDownAndWorksWhenItIsUp() {
    try (RedisServer server = RedisServer.redis().start()) {
      server.stop();
      try (RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
        assertThatExceptionOfType(CacheConnectionException.class)
            .isThrownBy(() -> store.get(KEY))
            .withMessageContaining(KEY)
            .withMessageContaining("Connection refused")
            .satisfies(thrown -> assertThat(thrown.isRetryable()).isTrue())
            .satisfies(thrown -> assertThat(thrown.storeName()).isEqualTo("redis"));
        assertThatThrownBy(store::ping).isInstanceOf(CacheConnectionException.class);
        server.restart();
        Eventually.succeeds(() -> store.put(KEY, ONE, HOUR));
        assertThat(store.get(KEY)).isEqualTo(ONE);
        store.ping();
      }
    }
  }

  @Test
  void worksAgainAfterTheServerWasDown() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      store.put(KEY, ONE, HOUR);
      server.kill();
      assertThatThrownBy(() -> store.get(KEY)).isInstanceOf(CacheException.class);
      server.restart();
      Eventually.succeeds(() -> store.put(KEY, ONE, HOUR));
      assertThat(store.get(KEY)).isEqualTo(ONE);
    }
  }

  @Test
  void aServerThatHangsIsGivenUp() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(impatient(server))) {
      Eventually.succeeds(() -> store.put(KEY, ONE, HOUR));
      server.pause();
      assertThatExceptionOfType(CacheTimeoutException.class)
          .isThrownBy(() -> store.get(KEY))
          .withMessageContaining(KEY);
      server.resume();
      Eventually.succeeds(() -> assertThat(store.get(KEY)).isEqualTo(ONE));
    }
  }

  @Test
  void noCallLastsLongerThanItsDeadline() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      RedisCache cache = (RedisCache) store.open("outages:1:users");
      store.put(KEY, ONE, HOUR);
      server.pause();
      for (Runnable call :
          List.<Runnable>of(
              () -> store.get(KEY),
              () -> cache.put(KEY, ONE, HOUR),
              () -> cache.remove(KEY),
              () -> cache.readOrLease(KEY, HOUR),
              () -> cache.readAll(List.of(KEY, KEY + "1")),
              () -> cache.removeAll(List.of(KEY, KEY + "1")),
              () -> cache.touch(KEY, HOUR),
              cache::clear,
              () -> cache.publish("outages:1:users:~evict", ONE),
              () -> store.add("outages:1:counter", 1, HOUR),
              store::ping)) {
        assertThatExceptionOfType(CacheTimeoutException.class).isThrownBy(() -> soon(call));
      }
      server.resume();
      Eventually.succeeds(() -> assertThat(store.get(KEY)).isIn(ONE, null));
    }
  }

  /** Its own time-outs are twenty seconds. */
  private static void soon(Runnable call) {
    long begin = System.nanoTime();
    try {
      Deadline.within(
          Duration.ofMillis(100),
          () -> {
            call.run();
            return "";
          });
    } finally {
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void theFirstConnectionIsWaitedForNoLongerThanTheDeadline() {
    try (RedisServer server = RedisServer.redis().start();
        FaultProxy silent = FaultProxy.to(server)) {
      silent.stall(Way.TO_CLIENT);
      try (RedisStore store =
          RedisStore.connect(Patient.options("redis://" + silent.hostAndPort()))) {
        assertThatExceptionOfType(CacheTimeoutException.class)
            .isThrownBy(() -> soon(() -> store.get(KEY)));
      }
    }
  }

  private static RedisOptions impatient(RedisServer server) {
    return RedisOptions.builder()
        .url(server.uri())
        .connectTimeout(Duration.ofSeconds(20))
        .commandTimeout(Duration.ofMillis(500))
        .build();
  }

  @Test
  void whoIsInterruptedWhileWaitingGetsAnExceptionAndStaysInterrupted() throws Exception {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      store.put(KEY, ONE, HOUR);
      server.pause();
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread reader =
          new Thread(
              () -> {
                try {
                  interrupted.completeExceptionally(
                      new AssertionError(new String(store.get(KEY), UTF_8)));
                } catch (CacheTimeoutException e) {
                  interrupted.complete(Thread.currentThread().isInterrupted());
                }
              });
      reader.start();
      reader.interrupt();
      assertThat(interrupted.get(15, TimeUnit.SECONDS)).isTrue();
      server.resume();
    }
  }

  @Test
  void aListenerIsToldThatMessagesMayBeLost() throws InterruptedException {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      Heard heard = new Heard(new LinkedBlockingQueue<>());
      try (Subscription subscription = store.subscribe("outages:1:users:~evict", heard)) {
        assertThat(subscription).isNotNull();
        store.publish("outages:1:users:~evict", ONE);
        assertThat(heard.next()).isEqualTo("one");
        server.command("CLIENT", "KILL", "TYPE", "pubsub");
        assertThat(heard.next()).isEqualTo("interrupted");
        store.publish("outages:1:users:~evict", "two".getBytes(UTF_8));
        assertThat(heard.next()).isEqualTo("two");
      }
    }
  }

  @Test
  void aListenerHearsAgainAfterTheServerWasDown() throws InterruptedException {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      Heard heard = new Heard(new LinkedBlockingQueue<>());
      try (Subscription subscription = store.subscribe("outages:1:users:~evict", heard)) {
        assertThat(subscription).isNotNull();
        server.restart();
        assertThat(heard.next()).isEqualTo("interrupted");
        Eventually.succeeds(() -> store.publish("outages:1:users:~evict", ONE));
        assertThat(heard.next()).isEqualTo("one");
      }
    }
  }

  private record Heard(BlockingQueue<String> words) implements Listener {
    @Override
    public void heard(long number, byte[] message) {
      words.add(new String(message, UTF_8));
    }

    @Override
    public void interrupted() {
      words.add("interrupted");
    }

    String next() throws InterruptedException {
      return words.poll(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void closesWithTheServerDown() {
    try (RedisServer server = RedisServer.redis().start()) {
      RedisStore store = RedisStore.connect(Patient.options(server.uri()));
      store.put(KEY, ONE, HOUR);
      server.kill();
      store.close();
      store.close();
      assertThat(store.client().isShutdown()).isTrue();
      assertThatThrownBy(() -> store.get(KEY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }

  @Test
  void whatIsClosedBeforeItWasUsedIsNotConnectedAnyMore() {
    try (RedisServer server = RedisServer.redis().start()) {
      RedisStore store = RedisStore.connect(Patient.options(server.uri()));
      store.close();
      assertThatThrownBy(() -> store.get(KEY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
      assertThatThrownBy(store::client).hasMessageContaining("closed");
    }
  }
}
