package dev.larder.redis;

import static dev.larder.redis.Told.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.CacheConnectionException;
import dev.larder.CacheException;
import dev.larder.spi.Bulk.Put;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Lease;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Servers that answer, and do not do what they are asked. What takes no evicts gives no values. */
class RefusingServersTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String KEY = Told.CACHE + ":7";
  private static final byte[] ONE = utf8("one");

  private static void assertEverythingIsRefused(RedisStore store, Lease lease, String word) {
    RedisCache cache = Told.cache(store);
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("get", () -> cache.get(KEY));
    calls.put("readOrLease", () -> cache.readOrLease(KEY, HOUR));
    calls.put("tryLease", () -> cache.tryLease(KEY, HOUR));
    calls.put("readAll", () -> cache.readAll(List.of(KEY, KEY + "7")));
    calls.put("put", () -> cache.put(KEY, ONE, HOUR));
    calls.put("fill", () -> lease.fill(ONE, HOUR));
    calls.put("remove", () -> cache.remove(KEY));
    calls.put("removeIf", () -> cache.removeIf(KEY, utf8("other")));
    calls.put("touch", () -> cache.touch(KEY + "7", HOUR));
    calls.put("clear", cache::clear);
    calls.put("publish", () -> store.publish(Told.CHANNEL, ONE));
    calls.put("lastNumber", () -> store.lastNumber(Told.CHANNEL));
    calls.put("ping", store::ping);
    calls.forEach((name, call) -> assertRefused(name, call, word));
  }

  private static void assertRefused(String name, ThrowingCallable call, String word) {
    assertThatExceptionOfType(CacheConnectionException.class)
        .as(name)
        .isThrownBy(call)
        .withMessageContaining(word);
  }

  private static Lease filled(RedisStore store) {
    RedisCache cache = Told.cache(store);
    cache.put(KEY, ONE, HOUR);
    return ((Granted) cache.tryLease(KEY, HOUR)).lease();
  }

  @Test
  void aMasterThatHasBecomeAReplicaIsNotReadFrom() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      Lease lease = filled(store);
      server.command("REPLICAOF", "127.0.0.1", "1");
      assertEverythingIsRefused(store, lease, "READONLY");
      server.command("REPLICAOF", "NO", "ONE");
      assertThat(store.get(KEY)).isEqualTo(ONE);
      store.ping();
    }
  }

  @Test
  void aValkeyThatHasBecomeAReplicaIsNotReadFrom() {
    try (RedisServer server = RedisServer.valkey().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      Lease lease = filled(store);
      server.command("REPLICAOF", "127.0.0.1", "1");
      assertEverythingIsRefused(store, lease, "READONLY");
    }
  }

  @Test
  void aMasterThatHasLostItsReplicasAndMindsIsNotReadFrom() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      Lease lease = filled(store);
      server.command("CONFIG", "SET", "min-replicas-to-write", "1");
      assertEverythingIsRefused(store, lease, "NOREPLICAS");
    }
  }

  /** Reads without a lease look there with nothing that counts as a write. */
  @Test
  void aNodeOfAClusterThatHasLostItsReplicasGivesNoLeaseButValues() {
    try (RedisCluster cluster = RedisServer.redis().startCluster(3);
        RedisStore store = RedisStore.connect(Patient.options(Urls.of(cluster)))) {
      RedisCache cache = Told.cache(store);
      cache.put(KEY, ONE, HOUR);
      cluster.nodeOf(KEY).command("CONFIG", "SET", "min-replicas-to-write", "1");
      assertRefused("readOrLease", () -> cache.readOrLease(KEY, HOUR), "NOREPLICAS");
      assertRefused("remove", () -> cache.remove(KEY), "NOREPLICAS");
      assertRefused("ping", store::ping, "NOREPLICAS");
      assertThat(cache.get(KEY)).isEqualTo(ONE);
      assertThat(cache.readAll(List.of(KEY))).containsOnlyKeys(KEY);
    }
  }

  @Test
  void aServerThatCannotSaveAndMindsIsNotReadFrom() throws IOException {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      Lease lease = filled(store);
      Path inTheWay = directory(server).resolve("dump.rdb").resolve("directory");
      Files.createDirectories(inTheWay);
      server.command("CONFIG", "SET", "save", "1000 1000000");
      server.command("BGSAVE");
      Eventually.holds(
          () -> "err".equals(server.info("persistence").get("rdb_last_bgsave_status")));
      assertEverythingIsRefused(store, lease, "MISCONF");
    }
  }

  private static Path directory(RedisServer server) {
    List<?> setting = (List<?>) Objects.requireNonNull(server.command("CONFIG", "GET", "dir"));
    return Path.of((String) setting.get(1));
  }

  @Test
  void aServerThatLoadsIsNotReadFrom() throws IOException {
    try (RedisServer server =
            RedisServer.redis()
                .setting("enable-debug-command", "yes")
                .setting("loading-process-events-interval-bytes", "1024")
                .start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()));
        Socket another = new Socket(server.host(), server.port())) {
      Lease lease = filled(store);
      Told.cache(store).putAll(IntStream.range(0, 5_000).mapToObj(i -> put(i)).toList());
      server.command("CONFIG", "SET", "key-load-delay", "2000");
      another.getOutputStream().write(utf8("DEBUG RELOAD\r\n"));
      Eventually.holds(() -> "1".equals(server.info("persistence").get("loading")));
      assertEverythingIsRefused(store, lease, "LOADING");
      server.kill();
    }
  }

  private static Put put(int number) {
    return new Put(Told.CACHE + ":many:" + number, ONE, HOUR);
  }

  @Test
  void aWrongPasswordIsAServerThatCannotBeReached() {
    try (RedisServer server = RedisServer.redis().password("right").start();
        RedisStore store =
            RedisStore.connect(Patient.options(server.uri().replace("right", "secret-and-wrong")));
        RedisStore silent =
            RedisStore.connect(Patient.options("redis://" + server.hostAndPort()))) {
      assertThatExceptionOfType(CacheConnectionException.class)
          .isThrownBy(() -> store.get(KEY))
          .withMessageContaining("WRONGPASS")
          .withMessageNotContaining("secret");
      assertThatExceptionOfType(CacheConnectionException.class)
          .isThrownBy(silent::ping)
          .withMessageContaining("NOAUTH");
    }
  }

  @Test
  void twoNodesThatSendFromOneToTheOtherAreGivenUp() {
    try (RedisCluster cluster = RedisServer.redis().startCluster(2);
        RedisStore store = RedisStore.connect(impatient(cluster))) {
      Eventually.succeeds(() -> store.put(KEY, ONE, HOUR));
      RedisServer home = cluster.nodeOf(KEY);
      RedisServer other = cluster.nodes().stream().filter(node -> node != home).findAny().get();
      String id = (String) Objects.requireNonNull(other.command("CLUSTER", "MYID"));
      home.command("DEL", KEY);
      home.command("CLUSTER", "SETSLOT", "" + Slot.of(KEY), "NODE", id);
      assertThatExceptionOfType(CacheException.class)
          .isThrownBy(() -> store.get(KEY))
          .satisfies(thrown -> assertThat(thrown.isRetryable()).isTrue());
      // What nobody waits for is sent no more.
      long[] last = {-1};
      Eventually.holds(() -> last[0] == (last[0] = sentAway(home)));
    }
  }

  private static RedisOptions impatient(RedisCluster cluster) {
    return Urls.of(cluster)
        .connectTimeout(Duration.ofSeconds(20))
        .commandTimeout(Duration.ofMillis(500))
        .build();
  }

  private static long sentAway(RedisServer node) {
    String count = node.info("errorstats").getOrDefault("errorstat_MOVED", "count=0");
    return Long.parseLong(count.substring(count.indexOf('=') + 1));
  }
}
