package dev.larder.benchmarks.faults;

import dev.larder.redis.RedisMode;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import dev.larder.testkit.server.RedisReplication;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

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
    swap(both.master(), both.replicas().get(0));
  }

  @Override
  public void end() {
    swap(both.replicas().get(0), both.master());
  }

  /**
   * In the way that loses nothing: who is demoted takes no more writes before the other has all.
   */
  private static void swap(RedisServer demoted, RedisServer promoted) {
    demoted.command("FAILOVER", "TO", promoted.host(), "" + promoted.port());
    while (!role(demoted).equals("slave") || !role(promoted).equals("master")) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private static String role(RedisServer server) {
    return server.info("replication").getOrDefault("role", "");
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
