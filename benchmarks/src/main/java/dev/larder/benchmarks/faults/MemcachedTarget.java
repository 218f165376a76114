package dev.larder.benchmarks.faults;

import dev.larder.memcached.MemcachedOptions;
import dev.larder.memcached.MemcachedStore;
import dev.larder.spi.Store;
import dev.larder.testkit.server.FaultProxy;
import dev.larder.testkit.server.MemcachedServer;
import java.util.function.Consumer;

/**
 * One Memcached; the watched process reaches it through a network that can be bad.
 *
 * @param onBegin lets it happen
 * @param onEnd lets it be over
 */
record MemcachedTarget(
    MemcachedServer server,
    FaultProxy network,
    Consumer<MemcachedTarget> onBegin,
    Consumer<MemcachedTarget> onEnd)
    implements Target {
  static MemcachedTarget of(Consumer<MemcachedTarget> onBegin, Consumer<MemcachedTarget> onEnd) {
    MemcachedServer server = MemcachedServer.memcached().start();
    return new MemcachedTarget(server, FaultProxy.to(server), onBegin, onEnd);
  }

  @Override
  public Store connect() {
    return connect(network.hostAndPort());
  }

  @Override
  public Store connectElsewhere() {
    return connect(server.hostAndPort());
  }

  private static Store connect(String address) {
    return MemcachedStore.connect(MemcachedOptions.builder().servers(address).build());
  }

  @Override
  public void begin() {
    onBegin.accept(this);
  }

  @Override
  public void end() {
    onEnd.accept(this);
  }

  @Override
  public long commands() {
    var stats = server.stats();
    return Long.parseLong(stats.get("cmd_get")) + Long.parseLong(stats.get("cmd_set"));
  }

  @Override
  public long connections() {
    return Long.parseLong(server.stats().get("curr_connections"));
  }

  @Override
  public void close() {
    network.close();
    server.close();
  }
}
