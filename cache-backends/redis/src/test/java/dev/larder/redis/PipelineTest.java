package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.CacheConnectionException;
import dev.larder.CacheTimeoutException;
import dev.larder.spi.Bulk.Put;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one node of a cluster says is not taken for what another has not said yet. */
class PipelineTest {
  private static final String CACHE = "apart:1:users";
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose
  private final RedisCluster cluster =
      RedisServer.redis().setting("cluster-require-full-coverage", "no").startCluster(3);

  private final RedisServer one = cluster.nodes().get(0);
  private final RedisServer two = cluster.nodes().get(1);
  private List<String> keys = List.of();

  /** Of the node that answers first, and then as many of the other. */
  @BeforeEach
  void chooseKeys() {
    keys = IntStream.range(0, 200).mapToObj(i -> CACHE + ":" + i).toList();
    keys =
        List.of(two, one).stream()
            .flatMap(node -> keys.stream().filter(key -> cluster.nodeOf(key) == node).limit(5))
            .toList();
  }

  private List<Put> puts() {
    return keys.stream().map(key -> new Put(key, Told.utf8(key), HOUR)).toList();
  }

  /** The nodes know the scripts, and the store the nodes; from here on they count. */
  private RedisCache known(RedisStore store) {
    RedisCache cache = (RedisCache) store.open(CACHE);
    Eventually.succeeds(() -> cache.putAll(puts()));
    reset();
    return cache;
  }

  private void reset() {
    cluster.nodes().forEach(node -> node.command("CONFIG", "RESETSTAT"));
  }

  private static long calls(RedisServer node, String command) {
    return node.commandStats().getOrDefault(command, 0L);
  }

  private RedisStore patient() {
    return RedisStore.connect(Patient.options(Urls.of(cluster)));
  }

  @Test
  void aNodeThatHasForgottenAScriptLeavesTheOthersTheirTime() throws Exception {
    try (RedisStore store = patient()) {
      RedisCache cache = known(store);
      whileTheFirstIsSlowAndTheSecondHasForgotten(() -> cache.putAll(puts()));
      assertThat(calls(one, "eval")).isZero();
      assertThat(calls(one, "evalsha")).isEqualTo(5);
      assertThat(cache.readAll(keys)).hasSize(10);
    }
  }

  @Test
  void aClearIsNotMadeTwiceOnTheOthersEither() throws Exception {
    RedisOptions options = Patient.options(Urls.of(cluster));
    try (RedisStore store = patient();
        LazyClient client = new LazyClient(ClientConfiguration.of(options))) {
      RedisCache cache = known(store);
      Generation generation =
          new MarkerCopies(new RedisLink(client, options), new Numbers(), new CacheKeys(CACHE));
      generation.clear(null);
      cache.putAll(puts());
      reset();
      whileTheFirstIsSlowAndTheSecondHasForgotten(() -> generation.clear(null));
      assertThat(calls(one, "eval")).isZero();
      assertThat(cache.readAll(keys)).isEmpty();
    }
  }

  private void whileTheFirstIsSlowAndTheSecondHasForgotten(Runnable call) throws Exception {
    two.command("SCRIPT", "FLUSH");
    one.pause();
    CompletableFuture<Void> done = CompletableFuture.runAsync(call);
    Eventually.holds(() -> calls(two, "evalsha") > 0);
    one.resume();
    done.get(60, TimeUnit.SECONDS);
    assertThat(calls(two, "eval")).isPositive();
  }

  @Test
  void whatIsDoneIsNotSentAgainWithWhatWasRefused() {
    try (RedisStore store = patient()) {
      RedisCache cache = known(store);
      two.command("CONFIG", "SET", "min-replicas-to-write", "1");
      assertThatExceptionOfType(CacheConnectionException.class)
          .isThrownBy(() -> cache.putAll(puts()))
          .withMessageContaining("NOREPLICAS");
      assertThat(calls(one, "evalsha")).isEqualTo(5);
      assertThat(calls(two, "evalsha")).isEqualTo(10);
    }
  }

  @Test
  void whatHasNoAnswerIsNotSentAgainBecauseAnotherNodeRefused() {
    try (RedisStore store =
        RedisStore.connect(
            Urls.of(cluster)
                .connectTimeout(Duration.ofSeconds(20))
                .commandTimeout(Duration.ofMillis(500))
                .build())) {
      RedisCache cache = known(store);
      two.command("CONFIG", "SET", "min-replicas-to-write", "1");
      one.pause();
      assertThatExceptionOfType(CacheTimeoutException.class).isThrownBy(() -> cache.putAll(puts()));
      one.resume();
      Eventually.holds(() -> calls(one, "evalsha") >= 5);
      one.command("PING");
      assertThat(calls(one, "evalsha")).isEqualTo(5);
      assertThat(calls(two, "evalsha")).isEqualTo(5);
    }
  }
}
