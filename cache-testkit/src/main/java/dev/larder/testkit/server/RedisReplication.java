package dev.larder.testkit.server;

import java.util.List;

/** A master and replicas of it, without anybody who would make a replica the master. */
public final class RedisReplication implements AutoCloseable {
  private final Started<RedisServer> started;

  private RedisReplication(Started<RedisServer> started) {
    this.started = started;
  }

  static RedisReplication start(RedisOptions options, int replicas) {
    RedisOptions member =
        options.amongOthers().withLines("repl-diskless-sync-delay 0", "repl-ping-replica-period 1");
    Started<RedisServer> master = Started.of(1, () -> RedisServer.start(member));
    RedisOptions replica =
        member.withLines("replicaof 127.0.0.1 " + master.servers().get(0).port());
    Started<RedisServer> others;
    try {
      others = Started.of(replicas, () -> RedisServer.start(replica));
    } catch (RuntimeException e) {
      master.close();
      throw e;
    }
    Started<RedisServer> all = master.and(others);
    all.join(servers -> servers.stream().skip(1).forEach(RedisReplication::awaitLink));
    return new RedisReplication(all);
  }

  private static void awaitLink(RedisServer replica) {
    Await.until(
        () -> replica.hostAndPort() + " has its master's contents; its log:\n" + replica.log(),
        () -> "up".equals(replica.info("replication").get("master_link_status")));
  }

  /** The one that takes writes. */
  public RedisServer master() {
    return started.servers().get(0);
  }

  /** Those that follow it. */
  public List<RedisServer> replicas() {
    return started.servers().subList(1, started.servers().size());
  }

  /** Master and replicas. */
  public List<RedisServer> servers() {
    return started.servers();
  }

  /** Closes each of them. */
  @Override
  public void close() {
    started.close();
  }
}
