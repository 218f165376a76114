package dev.larder.benchmarks.faults;

import static dev.larder.testkit.server.Way.TO_CLIENT;
import static dev.larder.testkit.server.Way.TO_SERVER;

import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All that happens to servers in the table. */
final class FaultList {
  /** Of an answer that takes 100 ms: the way there and the way back. */
  private static final Duration ONE_WAY = Duration.ofMillis(50);

  private FaultList() {}

  static List<Fault> all() {
    return Stream.of(processes(), networks(), refusals(), groups(), memcached())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault> processes() {
    return List.of(
        redis("killed, restarted empty", each -> each.server().kill(), FaultList::restart),
        new Fault(
            "Redis: killed, restarted with its data",
            () ->
                RedisTarget.of(
                    RedisServer.redis().persistent().start(),
                    each -> each.server().kill(),
                    FaultList::restart)),
        redis("paused", each -> each.server().pause(), each -> each.server().resume()),
        new Fault(
            "Valkey: killed, restarted empty",
            () ->
                RedisTarget.of(
                    RedisServer.valkey().start(),
                    each -> each.server().kill(),
                    FaultList::restart)),
        new Fault(
            "Redis: down at the start", () -> RedisTarget.absent(RedisServer.redis().start())));
  }

  private static void restart(RedisTarget target) {
    target.server().restart();
  }

  private static List<Fault> networks() {
    return List.of(
        redis("100 ms for each answer", each -> each.network().delay(ONE_WAY), FaultList::heal),
        redis(
            "connections refused",
            each -> {
              each.network().refuse();
              each.network().cut();
            },
            each -> each.network().accept()),
        redis("nothing arrives there", each -> each.network().stall(TO_SERVER), FaultList::heal),
        redis("nothing comes back", each -> each.network().stall(TO_CLIENT), FaultList::heal),
        redis("cut both ways", each -> each.network().stall(TO_SERVER, TO_CLIENT), FaultList::heal),
        new Fault(
            "Redis: the channel alone is cut, again and again",
            () -> RedisTarget.again(RedisServer.redis().start(), FaultList::cutChannel)));
  }

  private static void heal(RedisTarget target) {
    target.network().heal();
  }

  private static void cutChannel(RedisTarget target) {
    target.server().command("CLIENT", "KILL", "TYPE", "pubsub");
  }

  private static List<Fault> refusals() {
    return List.of(
        redis(
            "out of memory, noeviction",
            each -> each.server().command("CONFIG", "SET", "maxmemory", "1mb"),
            each -> each.server().command("CONFIG", "SET", "maxmemory", "0")),
        new Fault("Redis: read-only after a failover", DemotedTarget::new),
        redis("wrong password", FaultList::lockOut, FaultList::letIn),
        new Fault(
            "Redis: bytes corrupted in place",
            () -> RedisTarget.again(RedisServer.redis().start(), FaultList::corrupt)));
  }

  private static void lockOut(RedisTarget target) {
    target.server().command("ACL", "SETUSER", "default", "resetpass", ">changed");
    target.server().command("CLIENT", "KILL", "TYPE", "normal");
    target.server().command("CLIENT", "KILL", "TYPE", "pubsub");
  }

  private static void letIn(RedisTarget target) {
    target.server().command("ACL", "SETUSER", "default", "nopass");
  }

  private static void corrupt(RedisTarget target) {
    RedisServer server = target.server();
    List<?> keys = (List<?>) Objects.requireNonNull(server.command("KEYS", "larder:*"));
    for (Object key : keys) {
      if ("string".equals(server.command("TYPE", (String) key))) {
        long length = (Long) Objects.requireNonNull(server.command("STRLEN", (String) key));
        server.command("SETRANGE", (String) key, "" + length / 2, "?");
      }
    }
  }

  private static List<Fault> groups() {
    return List.of(
        new Fault("Sentinel: failover", SentinelTarget::new),
        new Fault("Redis cluster: a node killed, restarted empty", ClusterTarget::new));
  }

  private static List<Fault> memcached() {
    return List.of(
        memcached(
            "killed, restarted empty",
            each -> each.server().kill(),
            each -> each.server().restart()),
        memcached("paused", each -> each.server().pause(), each -> each.server().resume()),
        memcached(
            "100 ms for each answer",
            each -> each.network().delay(ONE_WAY),
            each -> each.network().heal()),
        memcached(
            "connections refused",
            each -> {
              each.network().refuse();
              each.network().cut();
            },
            each -> each.network().accept()),
        memcached(
            "cut both ways",
            each -> each.network().stall(TO_SERVER, TO_CLIENT),
            each -> each.network().heal()));
  }

  private static Fault redis(String name, Consumer<RedisTarget> begin, Consumer<RedisTarget> end) {
    return new Fault(
        "Redis: " + name, () -> RedisTarget.of(RedisServer.redis().start(), begin, end));
  }

  private static Fault memcached(
      String name, Consumer<MemcachedTarget> begin, Consumer<MemcachedTarget> end) {
    return new Fault("Memcached: " + name, () -> MemcachedTarget.of(begin, end));
  }
}
