package dev.larder.integration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.memcached.MemcachedOptions;
import dev.larder.memcached.MemcachedStore;
import dev.larder.redis.RedisMode;
import dev.larder.spi.Store;
import dev.larder.testkit.CacheContract;
import dev.larder.testkit.TextCodec;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a lease adds to a miss and its fill, by the servers' own counts. */
@Timeout(120) // the machine may have much else to do
class LeaseCostTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A manager that closes the store with itself. */
  private static CacheManager manager(Store store, boolean leases) {
    return CacheManager.builder()
        .keyPrefix("leases-" + leases)
        .chain(
            CacheContract.CHAIN,
            chain ->
                chain
                    .distributed(store)
                    .codec(new TextCodec())
                    .readTimeout(PATIENCE)
                    .writeTimeout(PATIENCE))
        .cache("users", cache -> cache.leases(leases))
        .build();
  }

  private static void miss(Cache<Long, String> cache, long key) {
    assertThat(cache.get(key, missing -> "loaded")).isEqualTo("loaded");
  }

  private static void assertFilled(Cache<Long, String> cache, long key) {
    assertThat(cache.get(key)).isEqualTo("loaded");
    assertThat(cache.stats().storeFailures()).isZero();
  }

  /** The lease comes with the answer to the read, and ends with the fill. */
  @Test
  void onRedisTwoCommandsWithItAndTwoWithout() {
    try (RedisServer server = RedisServer.redis().start()) {
      // What the scripts do within the server is counted, too: other commands are none of ours.
      assertThat(commandsOfMiss(server, true))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("evalsha", 2L, "getex", 2L, "get", 3L, "set", 2L, "del", 1L));
      assertThat(commandsOfMiss(server, false))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("evalsha", 2L, "getex", 1L, "mget", 1L, "get", 1L, "set", 1L, "del", 1L));
    }
  }

  private static Map<String, Long> commandsOfMiss(RedisServer server, boolean leases) {
    Store store = RedisConnection.to(server.uri(), RedisMode.SINGLE);
    try (CacheManager manager = manager(store, leases)) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      // From here on the server knows the scripts, and the cache has a generation.
      miss(cache, 1);
      server.command("CONFIG", "RESETSTAT");
      miss(cache, 2);
      Map<String, Long> commands = server.commandStats();
      commands.keySet().removeAll(List.of("config|resetstat", "info", "ping"));
      assertFilled(cache, 2);
      return commands;
    }
  }

  /**
   * What Memcached was asked for.
   *
   * @param keys that were looked at; all of one look are one round trip
   * @param writes of items, by whatever condition
   */
  private record Asked(long keys, long writes) {
    static Asked of(MemcachedServer server) {
      Map<String, String> stats = server.stats();
      return new Asked(Long.parseLong(stats.get("cmd_get")), Long.parseLong(stats.get("cmd_set")));
    }

    Asked since(Asked before) {
      return new Asked(keys - before.keys, writes - before.writes);
    }
  }

  /**
   * With a lease, four: a look at the key and the cache's generation; the lease, added; the same
   * look; the value, in the lease's place. Without, two: the first look; the value, with which the
   * generation is looked at.
   */
  @Test
  void onMemcachedFourRoundTripsWithItAndTwoWithout() {
    try (MemcachedServer server = MemcachedServer.memcached().start()) {
      assertThat(askedByMiss(server, true)).isEqualTo(new Asked(2 + 2, 2));
      assertThat(askedByMiss(server, false)).isEqualTo(new Asked(2 + 1, 1));
    }
  }

  private static Store connect(MemcachedServer server) {
    return MemcachedStore.connect(
        MemcachedOptions.builder().servers(server.hostAndPort()).timeout(PATIENCE).build());
  }

  private static Asked askedByMiss(MemcachedServer server, boolean leases) {
    try (CacheManager manager = manager(connect(server), leases)) {
      Cache<Long, String> cache = manager.cache(CacheContract.USERS);
      // From here on the cache has a generation.
      miss(cache, 1);
      Asked before = Asked.of(server);
      miss(cache, 2);
      Asked asked = Asked.of(server).since(before);
      assertFilled(cache, 2);
      return asked;
    }
  }
}
