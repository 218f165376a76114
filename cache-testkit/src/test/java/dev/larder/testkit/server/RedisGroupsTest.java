package dev.larder.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedisGroupsTest {
  static Stream<RedisSetup> setups() {
    RedisSetup all =
        RedisServer.valkey()
            .password("secret")
            .user("app", "pass", "~app:*", "+@all")
            .mutualTls(TestCertificates.generate());
    return Stream.of(RedisServer.redis(), all);
  }

  @ParameterizedTest
  @MethodSource("setups")
  void replicasHaveWhatTheMasterHas(RedisSetup setup) {
    try (RedisReplication servers = setup.startReplicated(2)) {
      servers.master().command("SET", "key", "value");
      assertThat(servers.master().command("WAIT", "2", "10000")).isEqualTo(2L);
      assertThat(servers.replicas()).hasSize(2);
      assertThat(servers.replicas())
          .allSatisfy(each -> assertThat(each.command("GET", "key")).isEqualTo("value"));
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void sentinelsMakeAReplicaTheMaster(RedisSetup setup) {
    try (RedisSentinels servers = setup.startSentinels(2, 3)) {
      RedisServer first = servers.master();
      assertThat(first).isSameAs(servers.servers().get(0));
      first.command("SET", "key", "value");
      first.command("WAIT", "2", "10000");
      RedisServer second = servers.failover();
      assertThat(first.isRunning()).isFalse();
      assertThat(second).isNotSameAs(first).isSameAs(servers.master());
      assertThat(second.command("GET", "key")).isEqualTo("value");
      assertThat(second.command("SET", "key", "other")).isEqualTo("OK");
      first.restart();
      Await.until(() -> "a replica", () -> "slave".equals(first.info("replication").get("role")));
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void aClusterServesEachSlot(RedisSetup setup) {
    try (RedisCluster cluster = setup.startCluster(3)) {
      for (int i = 0; i < 100; i++) {
        cluster.nodeOf("key" + i).command("SET", "key" + i, "value");
      }
      assertThat(cluster.nodes())
          .hasSize(3)
          .allSatisfy(node -> assertThat((Long) node.command("DBSIZE")).isPositive());
      RedisServer node = cluster.nodes().get(1);
      node.kill();
      node.restart();
      cluster.awaitWhole();
      assertThat(node.command("DBSIZE")).isEqualTo(0L);
      List<?> slots = (List<?>) node.command("CLUSTER", "SLOTS");
      assertThat(slots).hasSize(3);
    }
  }
}
