package dev.larder.benchmarks.faults;

import dev.larder.redis.RedisMode;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;

/** A cluster of three masters, of which one is killed and comes back empty. */
final class ClusterTarget implements Target {
  private final RedisCluster cluster = RedisServer.redis().startCluster(3);

  @Override
  public Store connect() {
    return RedisStore.connect(
        RedisTarget.options("redis://" + cluster.nodes().get(0).hostAndPort())
            .mode(RedisMode.CLUSTER)
            .build());
  }

  @Override
  public Store connectElsewhere() {
    return connect();
  }

  @Override
  public void begin() {
    lost().kill();
  }

  private RedisServer lost() {
    return cluster.nodes().get(2);
  }

  @Override
  public void end() {
    lost().restart();
    cluster.awaitWhole();
  }

  @Override
  public long commands() {
    return cluster.nodes().stream()
        .filter(RedisServer::isRunning)
        .mapToLong(RedisTarget::commands)
        .sum();
  }

  @Override
  public long connections() {
    return cluster.nodes().stream()
        .filter(RedisServer::isRunning)
        .mapToLong(RedisTarget::connections)
        .sum();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
