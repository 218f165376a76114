package dev.larder.testkit.server;

import java.util.List;
import java.util.Objects;

/** A cluster of masters, in which each slot is served. */
public final class RedisCluster implements AutoCloseable {
  private static final int SLOTS = 16_384;
  private static final int BUS_PORT_ABOVE = 10_000;

  private final Started<RedisServer> started;

  private RedisCluster(Started<RedisServer> started) {
    this.started = started;
  }

  static RedisCluster start(RedisOptions options, int masters) {
    RedisOptions node = node(options);
    Started<RedisServer> started = Started.of(masters, () -> RedisServer.start(node));
    started.join(RedisCluster::join);
    return new RedisCluster(started);
  }

  private static RedisOptions node(RedisOptions options) {
    RedisOptions node =
        options.amongOthers().withLines("cluster-enabled yes", "cluster-node-timeout 2000");
    return options.certificates() == null ? node : node.withLines("tls-cluster yes");
  }

  private static void join(List<RedisServer> nodes) {
    RedisServer first = nodes.get(0);
    for (int i = 0; i < nodes.size(); i++) {
      RedisServer node = nodes.get(i);
      // Each its own, or the nodes would have to find out that they have the same.
      node.command("CLUSTER", "SET-CONFIG-EPOCH", "" + (i + 1));
      node.command(
          "CLUSTER",
          "ADDSLOTSRANGE",
          "" + SLOTS * i / nodes.size(),
          "" + (SLOTS * (i + 1) / nodes.size() - 1));
      first.command(
          "CLUSTER", "MEET", node.host(), "" + node.port(), "" + (node.port() + BUS_PORT_ABOVE));
    }
    nodes.forEach(node -> awaitWhole(node, nodes.size()));
  }

  private static void awaitWhole(RedisServer node, int nodes) {
    Await.until(
        () ->
            node.hostAndPort()
                + " sees a whole cluster; it says "
                + node.command("CLUSTER", "INFO"),
        () -> {
          String state = text(node, "CLUSTER", "INFO");
          return state.contains("cluster_state:ok")
              && state.contains("cluster_slots_ok:" + SLOTS)
              && state.contains("cluster_known_nodes:" + nodes)
              && !text(node, "CLUSTER", "NODES").contains("handshake");
        });
  }

  private static String text(RedisServer node, String... command) {
    return (String) Objects.requireNonNull(node.command(command));
  }

  /** Each of them, those that do not run included. */
  public List<RedisServer> nodes() {
    return started.servers();
  }

  /**
   * The node that serves the key's slot.
   *
   * @throws IllegalStateException if no node that runs does
   */
  public RedisServer nodeOf(String key) {
    for (RedisServer node : nodes()) {
      if (node.isRunning() && serves(node, key)) {
        return node;
      }
    }
    throw new IllegalStateException("No node that runs serves the slot of \"" + key + "\".");
  }

  private static boolean serves(RedisServer node, String key) {
    try {
      node.command("EXISTS", key);
      return true;
    } catch (ErrorReply e) {
      if (e.code().equals("MOVED")) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Waits until all nodes that were started see each other and each slot is served, as after a
   * restart.
   */
  public void awaitWhole() {
    nodes().forEach(node -> awaitWhole(node, nodes().size()));
  }

  /** Closes each of them. */
  @Override
  public void close() {
    started.close();
  }
}
