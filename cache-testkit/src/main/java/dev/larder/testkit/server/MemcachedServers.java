package dev.larder.testkit.server;

import java.util.List;
import java.util.stream.Collectors;

/** Several servers of Memcached that know nothing of each other. */
public final class MemcachedServers implements AutoCloseable {
  private final Started<MemcachedServer> started;

  private MemcachedServers(Started<MemcachedServer> started) {
    this.started = started;
  }

  static MemcachedServers start(MemcachedOptions options, int count) {
    return new MemcachedServers(Started.of(count, () -> MemcachedServer.start(options)));
  }

  /** Each of them, those that do not run included. */
  public List<MemcachedServer> servers() {
    return started.servers();
  }

  /** All as {@code host:port}, with commas between. */
  public String addresses() {
    return servers().stream().map(TestServer::hostAndPort).collect(Collectors.joining(","));
  }

  /** Closes each of them. */
  @Override
  public void close() {
    started.close();
  }
}
