package dev.larder.testkit.server;

import java.util.List;
import java.util.Objects;

/** A master, its replicas, and sentinels that make a replica the master when the master is gone. */
public final class RedisSentinels implements AutoCloseable {
  /** What the sentinels call the master. */
  public static final String MASTER_NAME = "larder";

  // A replica that was not heard of for five pings is no candidate, and in need each is asked once
  // a
  // second: pings that are much quicker would leave no candidate.
  private static final String[] IMPATIENT = {
    "SENTINEL",
    "DEBUG",
    "INFO-PERIOD",
    "300",
    "PING-PERIOD",
    "400",
    "ASK-PERIOD",
    "200",
    "PUBLISH-PERIOD",
    "200"
  };

  private final RedisReplication data;
  private final Started<RedisServer> started;

  private RedisSentinels(RedisReplication data, Started<RedisServer> started) {
    this.data = data;
    this.started = started;
  }

  static RedisSentinels start(RedisOptions options, int replicas, int sentinels) {
    RedisReplication data = RedisReplication.start(options, replicas);
    try {
      RedisOptions watching = watching(options, data.master().port(), sentinels / 2 + 1);
      RedisBlueprint blueprint = new RedisBlueprint(watching, "--sentinel");
      Started<RedisServer> started =
          Started.of(sentinels, () -> RedisServer.start(watching, blueprint));
      started.join(all -> all.forEach(each -> each.command(IMPATIENT)));
      started.join(all -> all.forEach(each -> awaitAcquaintance(each, replicas, sentinels - 1)));
      return new RedisSentinels(data, started);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  private static RedisOptions watching(RedisOptions options, int port, int quorum) {
    RedisOptions watching =
        options.withLines(
            "sentinel monitor %s 127.0.0.1 %d %d".formatted(MASTER_NAME, port, quorum),
            "sentinel down-after-milliseconds " + MASTER_NAME + " 1000",
            "sentinel failover-timeout " + MASTER_NAME + " 3000");
    if (options.certificates() != null) {
      watching = watching.withLines("tls-replication yes");
    }
    String password = RedisOptions.quoted(options.password());
    return options.password().isEmpty()
        ? watching
        : watching.withLines(
            "sentinel auth-pass " + MASTER_NAME + " " + password,
            "sentinel sentinel-pass " + password);
  }

  private static void awaitAcquaintance(RedisServer sentinel, int replicas, int others) {
    Await.until(
        () -> "the sentinel " + sentinel.hostAndPort() + " knows all; it says " + state(sentinel),
        () -> {
          List<?> state = state(sentinel);
          return value(state, "num-slaves").equals("" + replicas)
              && value(state, "num-other-sentinels").equals("" + others)
              && value(state, "flags").equals("master");
        });
  }

  private static List<?> state(RedisServer sentinel) {
    return (List<?>) Objects.requireNonNull(sentinel.command("SENTINEL", "MASTER", MASTER_NAME));
  }

  // Names and values take turns.
  private static Object value(List<?> state, String name) {
    return state.get(state.indexOf(name) + 1);
  }

  /** Who is the master now, by the word of a sentinel that runs. */
  public RedisServer master() {
    RedisServer sentinel =
        sentinels().stream().filter(TestServer::isRunning).findFirst().orElseThrow();
    int port = masterPort(sentinel);
    return servers().stream().filter(each -> each.port() == port).findFirst().orElseThrow();
  }

  private static int masterPort(RedisServer sentinel) {
    List<?> address =
        (List<?>)
            Objects.requireNonNull(
                sentinel.command("SENTINEL", "GET-MASTER-ADDR-BY-NAME", MASTER_NAME));
    return Integer.parseInt((String) address.get(1));
  }

  /** All that hold data: who was the master first, then who were replicas then. */
  public List<RedisServer> servers() {
    return data.servers();
  }

  /** The sentinels. */
  public List<RedisServer> sentinels() {
    return started.servers();
  }

  /**
   * Kills the master and returns the new one, which takes writes then, and which all sentinels that
   * run agree on. The old one may be restarted: it becomes a replica.
   */
  public RedisServer failover() {
    RedisServer old = master();
    old.kill();
    Await.until(
        () -> "another master than " + old.hostAndPort(),
        () ->
            sentinels().stream().filter(TestServer::isRunning).allMatch(each -> leaves(each, old)));
    RedisServer promoted = master();
    Await.until(
        () -> promoted.hostAndPort() + " is a master",
        () -> "master".equals(promoted.info("replication").get("role")));
    return promoted;
  }

  private static boolean leaves(RedisServer sentinel, RedisServer old) {
    return masterPort(sentinel) != old.port();
  }

  /** Closes servers and sentinels. */
  @Override
  public void close() {
    started.close();
    data.close();
  }
}
