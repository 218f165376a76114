package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheConnectionException;
import dev.larder.CacheException;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which servers are well, and which will do. */
class PingTest {
  private static RedisOptions options(RedisCluster cluster) {
    return Urls.of(cluster)
        .connectTimeout(Duration.ofSeconds(20))
        .commandTimeout(Duration.ofSeconds(2))
        .build();
  }

  @Test
  void aPingNeedsEachMasterAndAProbeNeedsOne() {
    try (RedisCluster cluster =
            RedisServer.redis().setting("cluster-require-full-coverage", "no").startCluster(3);
        RedisStore store = RedisStore.connect(options(cluster))) {
      Eventually.succeeds(store::ping);
      Eventually.succeeds(store::probe);
      cluster.nodes().get(1).kill();
      assertThatThrownBy(store::ping).isInstanceOf(CacheException.class);
      Eventually.succeeds(store::probe);
      cluster.nodes().get(0).kill();
      cluster.nodes().get(2).kill();
      assertThatThrownBy(store::probe).isInstanceOf(CacheException.class);
    }
  }

  @Test
  void aClusterThatIsNotWholeAndMindsWillNotDo() {
    try (RedisCluster cluster = RedisServer.redis().startCluster(3);
        RedisStore store = RedisStore.connect(options(cluster))) {
      Eventually.succeeds(store::probe);
      cluster.nodes().get(1).kill();
      RedisServer other = cluster.nodes().get(0);
      Eventually.holds(() -> ((String) other.command("CLUSTER", "INFO")).contains("state:fail"));
      RedisServer third = cluster.nodes().get(2);
      Eventually.holds(() -> ((String) third.command("CLUSTER", "INFO")).contains("state:fail"));
      assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(store::probe);
    }
  }

  /** Servers before 7.0 do not know the first line, which says that the script may write. */
  @Test
  void aClusterThatDoesNotKnowTheFirstLineAnswersAProbeToo() {
    try (RedisCluster cluster =
            RedisServer.redis().setting("cluster-require-full-coverage", "no").startCluster(3);
        LazyClient client = new LazyClient(ClientConfiguration.of(options(cluster)))) {
      Ping ping = new Ping(new RedisLink(client, options(cluster)), true, "??\nreturn {}\n");
      Eventually.succeeds(ping::send);
      Eventually.succeeds(ping::sendToAny);
      cluster.nodes().get(1).kill();
      Eventually.succeeds(ping::sendToAny);
    }
  }

  @Test
  void aProbeOfOneServerIsAPing() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      store.probe();
      server.command("REPLICAOF", "127.0.0.1", "1");
      assertThatExceptionOfType(CacheConnectionException.class)
          .isThrownBy(store::probe)
          .withMessageContaining("READONLY");
      assertThat(server.isRunning()).isTrue();
    }
  }
}
