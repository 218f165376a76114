package dev.larder.memcached;

import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;

class ThreeServersTest extends MemcachedContract {
  private MemcachedServers servers;

  @Override
  String kind() {
    return "memcached-three";
  }

  @Override
  MemcachedOptionsBuilder start() {
    servers = MemcachedServer.memcached().start(3);
    return MemcachedOptions.builder().servers(servers.addresses()).poolSize(2);
  }

  @Override
  void stop() {
    servers.close();
  }
}
