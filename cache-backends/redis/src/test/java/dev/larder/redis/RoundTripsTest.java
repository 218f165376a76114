package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Bulk.Put;
import dev.larder.spi.Leasing.Found;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How often the servers are asked, by their own counts. */
class RoundTripsTest {
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();
  @AutoClose static final RedisCluster CLUSTER = RedisServer.redis().startCluster(3);

  private static final RedisStore STORE = RedisStore.connect(Patient.options(SERVER.uri()));
  private static final RedisStore CLUSTERED =
      RedisStore.connect(
          Patient.options(
              RedisOptions.builder().mode(RedisMode.CLUSTER).url(CLUSTER.nodes().get(0).uri())));

  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<String> KEYS =
      IntStream.range(0, 100).mapToObj(i -> "trips:1:users:" + i).toList();

  @AfterAll
  static void close() {
    STORE.close();
    CLUSTERED.close();
  }

  private static List<Put> puts() {
    return KEYS.stream().map(key -> new Put(key, key.getBytes(UTF_8), HOUR)).toList();
  }

  /** How often scripts were called, and whether anything else was. */
  private static Map<String, Long> calls(RedisServer server, Runnable operation) {
    server.command("CONFIG", "RESETSTAT");
    operation.run();
    Map<String, Long> calls = server.commandStats();
    calls.keySet().removeAll(List.of("config|resetstat", "info", "ping"));
    return calls;
  }

  @Test
  void aReadIsOneCommand() {
    RedisCache cache = (RedisCache) STORE.open("trips:1:users");
    cache.putAll(puts());
    cache.read(KEYS.get(7));
    cache.readOrLease(KEYS.get(7), HOUR);
    // What the script does itself is counted, too: it looks at the marker and at the value.
    assertThat(calls(SERVER, () -> cache.read(KEYS.get(7))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("evalsha", 1L, "getex", 1L, "mget", 1L, "pttl", 1L));
    assertThat(
            calls(
                SERVER,
                () -> assertThat(cache.readOrLease(KEYS.get(7), HOUR)).isInstanceOf(Found.class)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("evalsha", 1L, "getex", 2L, "pttl", 1L));
  }

  @Test
  void aHundredKeysAreOneCommand() {
    RedisCache cache = (RedisCache) STORE.open("trips:1:users");
    cache.putAll(puts());
    cache.readAll(KEYS);
    cache.removeAll(KEYS);
    // From here on the server knows the scripts.
    assertThat(calls(SERVER, () -> cache.putAll(puts()))).containsEntry("evalsha", 1L);
    assertThat(calls(SERVER, () -> assertThat(cache.readAll(KEYS)).hasSize(100)))
        .containsEntry("evalsha", 1L);
    assertThat(calls(SERVER, () -> assertThat(cache.removeAll(KEYS)).isEqualTo(100)))
        .containsEntry("evalsha", 1L);
  }

  @Test
  void aClearIsOneCommandHoweverManyEntriesThereAre() {
    RedisCache cache = (RedisCache) STORE.open("trips:1:cleared");
    cache.putAll(puts());
    cache.clear();
    // What is removed in the background begins with another script.
    assertThat(calls(SERVER, cache::clear)).containsEntry("set", 1L);
  }

  /** The commands of a pipeline come in one packet, as long as they are few and small. */
  @Test
  void aHundredKeysAreOnePipelineToEachNodeOfACluster() {
    RedisCache cache = (RedisCache) CLUSTERED.open("trips:1:users");
    cache.putAll(puts());
    cache.readAll(KEYS);
    for (RedisServer node : CLUSTER.nodes()) {
      long mine = KEYS.stream().filter(key -> CLUSTER.nodeOf(key) == node).count();
      assertThat(mine).isPositive();
      Map<String, Long> calls = calls(node, () -> assertThat(cache.readAll(KEYS)).hasSize(100));
      assertThat(calls).containsEntry("evalsha", mine);
      assertThat(calls.keySet()).isSubsetOf("evalsha", "get", "mget", "pttl", "cluster|nodes");
    }
  }

  @Test
  void aHundredKeysAreReadFromEachNodesSocketAsOften() {
    RedisCache cache = (RedisCache) CLUSTERED.open("trips:1:users");
    cache.putAll(puts());
    cache.readAll(KEYS);
    RedisServer node = CLUSTER.nodes().get(0);
    long before = Long.parseLong(node.info("stats").get("total_reads_processed"));
    int times = 20;
    for (int i = 0; i < times; i++) {
      cache.readAll(KEYS);
    }
    long after = Long.parseLong(node.info("stats").get("total_reads_processed"));
    // Beside what is asked now and then in the background, such as for the cluster's state.
    assertThat(after - before).isLessThan(3 * times);
  }
}
