package dev.larder.memcached;

import dev.larder.testkit.server.MemcachedServer;

class AsciiCredentialsTest extends MemcachedContract {
  private MemcachedServer server;

  @Override
  String kind() {
    return "memcached-credentials";
  }

  @Override
  MemcachedOptionsBuilder start() {
    server = MemcachedServer.memcached().user("larder", "for-tests").start();
    return MemcachedOptions.builder()
        .servers(server.hostAndPort())
        .credentials("larder", "for-tests")
        .protocol(MemcachedProtocol.ASCII);
  }

  @Override
  void stop() {
    server.close();
  }
}
