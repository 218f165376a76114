package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Bulk.Put;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One server changes an entry and tells of it in one step, which cannot be done by half. */
class ToldInOneStepTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String CACHE = Told.CACHE;
  private static final String CHANNEL = Told.CHANNEL;
  private static final String KEY = CACHE + ":7";
  private static final byte[] ONE = "one".getBytes(UTF_8);

  @Test
  void aChangeAndItsMessageAreOneCommand() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      RedisCache cache = Told.cache(store);
      long before = counted(store);
      changes(cache);
      server.command("CONFIG", "RESETSTAT");
      changes(cache);
      Map<String, Long> calls = server.commandStats();
      assertThat(calls).containsEntry("evalsha", 5L).containsEntry("publish", 5L);
      assertThat(store.lastNumber(CHANNEL)).isEqualTo(before + 10);
      cache.clear();
      assertThat(store.lastNumber(CHANNEL)).isEqualTo(before + 11);
    }
  }

  private static void changes(RedisCache cache) {
    cache.put(KEY, ONE, HOUR);
    assertThat(cache.touch(KEY, HOUR)).isTrue();
    assertThat(cache.removeIf(KEY, ONE)).isTrue();
    cache.remove(KEY);
    cache.putAll(IntStream.range(0, 100).mapToObj(ToldInOneStepTest::put).toList());
  }

  private static Put put(int number) {
    return new Put(CACHE + ":" + number, ONE, HOUR);
  }

  @Test
  void inAClusterABulkIsOneMessage() {
    try (RedisCluster cluster = RedisServer.redis().startCluster(3);
        RedisStore store = RedisStore.connect(Patient.options(Urls.of(cluster)))) {
      RedisCache bulk = Told.cache(store);
      long before = counted(store);
      bulk.putAll(IntStream.range(0, 900).mapToObj(ToldInOneStepTest::put).toList());
      assertThat(store.lastNumber(CHANNEL)).isEqualTo(before + 1);
      bulk.removeAll(IntStream.range(0, 900).mapToObj(number -> CACHE + ":" + number).toList());
      assertThat(store.lastNumber(CHANNEL)).isEqualTo(before + 2);
    }
  }

  @Test
  void aSenderThatIsKilledHasToldWhatItChanged() throws IOException, InterruptedException {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      for (int round = 1; round <= 5; round++) {
        long atLeast = counted(store) + 2_000;
        Process sender = sender(server);
        try {
          Eventually.holds(() -> counted(store) > atLeast);
        } finally {
          sender.destroyForcibly();
        }
        sender.waitFor();
        // What the server has still to read of it is done in a moment.
        Eventually.holds(() -> value(store).equals(Long.toString(counted(store))));
      }
    }
  }

  private static String value(RedisStore store) {
    return new String(Objects.requireNonNull(store.get(KEY)), UTF_8);
  }

  private static long counted(RedisStore store) {
    return store.lastNumber(CHANNEL);
  }

  private static Process sender(RedisServer server) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Sender.class.getName(),
            server.uri())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Puts, until it is killed, as the value how many changes there were then. */
  static final class Sender {
    public static void main(String[] arguments) {
      try (RedisStore store = RedisStore.connect(Patient.options(arguments[0]))) {
        RedisCache cache = Told.cache(store);
        for (long next = counted(store) + 1; ; next++) {
          cache.put(KEY, Long.toString(next).getBytes(UTF_8), HOUR);
        }
      }
    }
  }

  @Test
  void aCountThatIsNoNumberBeginsAnew() {
    beginsAnewWith(store -> Told.cache(store).put(KEY, ONE, HOUR));
  }

  @Test
  void aCountThatIsNoNumberBeginsAnewWithTheLookForIt() {
    beginsAnewWith(ToldInOneStepTest::counted);
  }

  private static void beginsAnewWith(Consumer<RedisStore> call) {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      for (List<String> broken :
          List.of(
              List.of("RPUSH", CacheKeys.numbers(CHANNEL), "a list"),
              List.of("SET", CacheKeys.numbers(CHANNEL), "a text"),
              List.of("SET", CacheKeys.numbers(CHANNEL), "-7"),
              List.of("SET", CacheKeys.numbers(CHANNEL), "9007199254740992"),
              List.of("SET", CacheKeys.numbers(CHANNEL), "9223372036854775807"))) {
        server.command("DEL", CacheKeys.numbers(CHANNEL));
        server.command(broken.toArray(String[]::new));
        long before = micros(server);
        call.accept(store);
        long begun = counted(store);
        assertThat(begun).isBetween(before, micros(server));
        assertThat(store.publish(CHANNEL, ONE)).isEqualTo(begun + 1);
      }
    }
  }

  /** A server's time; beyond it no count has come. */
  private static long micros(RedisServer server) {
    List<?> time = (List<?>) Objects.requireNonNull(server.command("TIME"));
    return Long.parseLong((String) time.get(0)) * 1_000_000 + Long.parseLong((String) time.get(1));
  }

  @Test
  void aServerThatHasLostEverythingComesToNoNumberOfBefore() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      comesToNoNumberOfBefore(server, store);
    }
  }

  @Test
  void aValkeyThatHasLostEverythingComesToNoNumberOfBefore() {
    try (RedisServer server = RedisServer.valkey().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      comesToNoNumberOfBefore(server, store);
    }
  }

  private static void comesToNoNumberOfBefore(RedisServer server, RedisStore store) {
    RedisCache cache = Told.cache(store);
    long heard = 0;
    for (int round = 0; round < 10; round++) {
      long before = micros(server);
      cache.put(KEY, ONE, HOUR);
      long begun = counted(store);
      assertThat(begun).isBetween(Math.max(before, heard + 2), micros(server));
      for (int i = 1; i <= 20; i++) {
        cache.put(KEY, ONE, HOUR);
        assertThat(counted(store)).isEqualTo(begun + i);
      }
      heard = begun + 20;
      server.command("FLUSHALL");
    }
    assertThat(counted(store)).isGreaterThan(heard + 1);
  }
}
