package dev.larder.benchmarks.faults;

import dev.larder.redis.RedisMode;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import dev.larder.testkit.server.RedisReplication;
import dev.larder.testkit.server.RedisServer;

/** A master that becomes a replica of its replica, and goes on being asked. */
final class DemotedTarget implements Target {
  private final RedisReplication both = RedisServer.redis().startReplicated(1);

  @Override
  public Store connect() {
    return RedisStore.connect(
        RedisTarget.options("redis://" + both.master().hostAndPort())
            .mode(RedisMode.SINGLE)
            .build());
  }

  @Override
  public Store connectElsewhere() {
    return connect();
  }

  @Override
  public void begin() {
    RedisServer promoted = both.replicas().get(0);
    promoted.command("REPLICAOF", "NO", "ONE");
    both.master().command("REPLICAOF", promoted.host(), "" + promoted.port());
  }

  @Override
  public void end() {
    both.master().command("REPLICAOF", "NO", "ONE");
  }

  @Override
  public long commands() {
    return RedisTarget.commands(both.master());
  }

  @Override
  public long connections() {
    return RedisTarget.connections(both.master());
  }

  @Override
  public void close() {
    both.close();
  }
}
