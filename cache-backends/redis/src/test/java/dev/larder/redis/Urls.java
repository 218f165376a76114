package dev.larder.redis;

import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.util.List;

/** Options that name several servers. */
final class Urls {
  private Urls() {}

  static RedisOptionsBuilder of(RedisCluster cluster) {
    return of(cluster.nodes()).mode(RedisMode.CLUSTER);
  }

  static RedisOptionsBuilder of(List<RedisServer> servers) {
    RedisOptionsBuilder options = RedisOptions.builder();
    servers.forEach(server -> options.url(server.uri()));
    return options;
  }
}
