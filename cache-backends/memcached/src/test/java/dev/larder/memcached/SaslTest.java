package dev.larder.memcached;

import dev.larder.testkit.server.MemcachedServer;

/** In the binary protocol. */
class SaslTest extends MemcachedContract {
  private MemcachedServer server;

  @Override
  String kind() {
    return "memcached-sasl";
  }

  @Override
  MemcachedOptionsBuilder start() {
    server = MemcachedServer.memcached().sasl("larder", "for-tests").start();
    return MemcachedOptions.builder()
        .servers(server.hostAndPort())
        .credentials("larder", "for-tests");
  }

  @Override
  void stop() {
    server.close();
  }
}
