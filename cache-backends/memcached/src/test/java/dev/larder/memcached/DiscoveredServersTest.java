package dev.larder.memcached;

import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;
import dev.larder.testkit.server.TestServer;

class DiscoveredServersTest extends MemcachedContract {
  private MemcachedServers servers;
  private ClusterServer endpoint;

  @Override
  String kind() {
    return "memcached-discovered";
  }

  @Override
  MemcachedOptionsBuilder start() {
    servers = MemcachedServer.memcached().start(3);
    endpoint = ClusterServer.start();
    endpoint.tell(7, servers.servers().stream().map(TestServer::hostAndPort).toList());
    return MemcachedOptions.builder().servers(endpoint.hostAndPort()).discovery();
  }

  @Override
  void stop() {
    endpoint.close();
    servers.close();
  }
}
