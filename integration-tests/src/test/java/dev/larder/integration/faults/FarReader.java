package dev.larder.integration.faults;

import dev.larder.testkit.server.FaultProxy;
import dev.larder.testkit.server.FaultyLink;
import dev.larder.testkit.server.RedisServer;
import dev.larder.testkit.server.Way;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A bad network between one worker, number 0, and a Redis, to which the others are near.
 *
 * @param server where all go
 * @param network by which the far one does
 */
record FarReader(RedisServer server, FaultProxy network) implements AutoCloseable {
  static FarReader of(RedisServer server) {
    return new FarReader(server, FaultProxy.to(server));
  }

  /** The place as the worker of this number reaches it; the far one within so long, or not. */
  Place place(Place near, Duration budget, int worker) {
    return worker == 0 ? near.by("redis://" + network.hostAndPort()).within(budget) : near;
  }

  /**
   * For so long, what it is told does not arrive, however often it begins to listen anew; what is
   * answered to it does.
   */
  void stallChannels(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      channels().forEach(link -> link.stall(Way.TO_CLIENT));
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  /** What is answered to it arrives no more; what it is told does. */
  void stallAnswers() {
    List<FaultyLink> channels = channels();
    network.stall(Way.TO_CLIENT);
    channels.forEach(FaultyLink::heal);
  }

  /** The connections by which it listens. */
  private List<FaultyLink> channels() {
    String clients = (String) server.command("CLIENT", "LIST", "TYPE", "pubsub");
    List<String> listening =
        Arrays.stream(clients.split(" ")).filter(word -> word.startsWith("addr=")).toList();
    return network.links().stream().filter(link -> listening.contains(address(link))).toList();
  }

  private static String address(FaultyLink link) {
    return "addr=127.0.0.1:" + link.addressAtServer().getPort();
  }

  @Override
  public void close() {
    network.close();
  }
}
