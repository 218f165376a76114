package dev.larder.redis;

import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import dev.larder.testkit.server.TestCertificates;
import org.junit.jupiter.api.AutoClose;

/** As ElastiCache in cluster mode with encryption in transit: one endpoint, TLS and a password. */
class RedisClusterTlsTest extends RedisCacheContract {
  @AutoClose
  static final RedisCluster CLUSTER =
      RedisServer.redis().tls(TestCertificates.generate()).password("token").startCluster(3);

  @Override
  RedisOptionsBuilder options() {
    return Trusting.options(CLUSTER.nodes().get(0))
        .mode(RedisMode.CLUSTER)
        .url(CLUSTER.nodes().get(0).uri());
  }

  @Override
  String servers() {
    return "redis-cluster-tls";
  }
}
