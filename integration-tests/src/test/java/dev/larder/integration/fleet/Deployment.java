package dev.larder.integration.fleet;

import dev.larder.integration.Jdk;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.RedisServer;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a fleet keeps its values. Time-outs are long: on a machine that has much else to do, what
 * is late is not to count as a fault.
 *
 * @param tiers of the chain, as configuration has them
 * @param configuration the file {@code larder.properties}
 * @param environment the variables that say where the server is
 */
record Deployment(String tiers, String configuration, Map<String, String> environment) {
  static Deployment on(RedisServer server, boolean local) {
    String tiers = local ? "local,redis" : "redis";
    String configuration =
        """
        larder.chains.default.tiers=%s
        larder.chains.default.read-timeout=30s
        larder.chains.default.write-timeout=30s
        larder.chains.redis.redis.connect-timeout=30s
        larder.chains.redis.redis.command-timeout=30s
        """;
    return new Deployment(tiers, configuration.formatted(tiers), Map.of("REDIS_URL", server.uri()));
  }

  static Deployment on(MemcachedServer server) {
    String configuration =
        """
        larder.chains.default.tiers=memcached
        larder.chains.default.read-timeout=30s
        larder.chains.default.write-timeout=30s
        larder.chains.memcached.memcached.timeout=30s
        """;
    return new Deployment(
        "memcached", configuration, Map.of("MEMCACHED_SERVERS", server.hostAndPort()));
  }

  /** Starts a shop that is configured so. */
  Member start(String name, Path directory, String classPath) {
    return Member.start(
        name, Jdk.running(), directory, environment, classPath, "com.acme.fleet.Shop");
  }
}
