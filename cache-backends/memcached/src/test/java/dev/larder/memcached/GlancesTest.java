package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.spotify.folsom.GetResult;
import dev.larder.spi.Stored;
import dev.larder.testkit.server.MemcachedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads of many threads, which one server is asked together. */
class GlancesTest {
  private static final int THREADS = 16;
  private static final int ROUNDS = 200;
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose private final MemcachedServer server = MemcachedServer.memcached().start();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private void inEachThread(IntConsumer work) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      all.add(CompletableFuture.runAsync(() -> work.accept(thread), threads));
    }
    all.forEach(CompletableFuture::join);
  }

  private MemcachedStore connect(MemcachedProtocol protocol) {
    return Connected.to(
        MemcachedOptions.builder().servers(server.hostAndPort()).protocol(protocol));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static void assertHolds(CacheView cache, String key, String value) {
    Stored stored = cache.read(key);
    assertThat(stored == null ? null : new String(stored.value(), UTF_8)).isEqualTo(value);
  }

  @ParameterizedTest
  @EnumSource
  void eachThreadFindsWhatItAskedFor(MemcachedProtocol protocol) {
    try (MemcachedStore store = connect(protocol)) {
      CacheView users = (CacheView) store.open("app:1:users");
      CacheView orders = (CacheView) store.open("app:1:orders");
      users.put("app:1:users:all", utf8("shared"), HOUR);
      inEachThread(
          thread -> {
            String user = "app:1:users:" + thread;
            String order = "app:1:orders:" + thread;
            for (int round = 0; round < ROUNDS; round++) {
              users.put(user, utf8(user + round), HOUR);
              orders.put(order, utf8(order + round), HOUR);
              assertHolds(users, user, user + round);
              assertHolds(users, "app:1:users:all", "shared");
              assertHolds(users, "app:1:users:none", null);
              assertHolds(orders, order, order + round);
              users.remove(user);
              assertHolds(users, user, null);
            }
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneCachesClearLeavesWhatIsAskedForWithIt(MemcachedProtocol protocol) {
    try (MemcachedStore store = connect(protocol)) {
      CacheView cleared = (CacheView) store.open("app:1:cleared");
      CacheView kept = (CacheView) store.open("app:1:kept");
      kept.put("app:1:kept:1", utf8("here"), HOUR);
      inEachThread(
          thread -> {
            String key = "app:1:cleared:" + thread;
            for (int round = 0; round < ROUNDS; round++) {
              if (thread == 0) {
                cleared.put(key, utf8("gone"), HOUR);
                cleared.clear();
              }
              assertHolds(cleared, key, null);
              assertHolds(kept, "app:1:kept:1", "here");
            }
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMarkerThatSeveralAskForIsInTheRequestOnce(MemcachedProtocol protocol) {
    try (MemcachedStore store = connect(protocol)) {
      CacheView cache = (CacheView) store.open("app:1:one");
      cache.put("app:1:one:1", utf8("value"), HOUR);
      Generations generations = new Generations("app:1:one");
      Glance glance = new Glance("app:1:one:1", generations);
      Glance other = new Glance("app:1:one:2", generations);
      long before = gets();
      List<List<GetResult<byte[]>>> found =
          Glance.send(store.client(), List.of(glance, other, glance)).toCompletableFuture().join();
      assertThat(gets() - before).as("keys of the request").isEqualTo(4);
      assertThat(found.get(0).get(0).getValue()).isEqualTo(found.get(2).get(0).getValue());
      assertThat(found.get(1).get(0)).isNull();
      assertThat(found).extracting(each -> each.get(1)).containsOnly(found.get(0).get(1));
      assertThat(found.get(0).get(1)).isNotNull();
    }
  }

  private long gets() {
    return Long.parseLong(server.stats().get("cmd_get"));
  }
}
