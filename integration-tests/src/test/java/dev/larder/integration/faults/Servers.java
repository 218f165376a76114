package dev.larder.integration.faults;

import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.util.List;

/** One of each kind of servers that stores are made for. */
record Servers(
    RedisServer redis, RedisServer valkey, RedisCluster cluster, MemcachedServer memcached)
    implements AutoCloseable {
  static Servers start() {
    return new Servers(
        RedisServer.redis().start(),
        RedisServer.valkey().start(),
        RedisServer.redis().startCluster(3),
        MemcachedServer.memcached().start());
  }

  /** A cache on each, without a local tier. */
  List<Place> places() {
    return List.of(
        Place.alone("redis", Place.Kind.SINGLE, redis.uri()),
        Place.alone("valkey", Place.Kind.SINGLE, valkey.uri()),
        Place.alone("cluster", Place.Kind.CLUSTER, cluster.nodes().get(0).uri()),
        Place.alone("memcached", Place.Kind.MEMCACHED, memcached.hostAndPort()));
  }

  /** A cache on Memcached that has the messages of the Redis. */
  Place borrowing() {
    return Place.alone("memcached", Place.Kind.MEMCACHED, memcached.hostAndPort())
        .withChannel(redis.uri());
  }

  /** How many clients the servers count, the tests' own included. */
  int connections() {
    return connections(redis)
        + connections(valkey)
        + cluster.nodes().stream().mapToInt(Servers::connections).sum()
        + Integer.parseInt(memcached.stats().get("curr_connections"));
  }

  private static int connections(RedisServer server) {
    return Integer.parseInt(server.info("clients").get("connected_clients"));
  }

  @Override
  public void close() {
    redis.close();
    valkey.close();
    cluster.close();
    memcached.close();
  }
}
