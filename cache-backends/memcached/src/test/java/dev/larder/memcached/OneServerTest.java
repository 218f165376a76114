package dev.larder.memcached;

import dev.larder.testkit.server.MemcachedServer;

class OneServerTest extends MemcachedContract {
  private MemcachedServer server;

  @Override
  String kind() {
    return "memcached";
  }

  @Override
  MemcachedOptionsBuilder start() {
    server = MemcachedServer.memcached().start();
    return MemcachedOptions.builder().servers(server.hostAndPort());
  }

  @Override
  void stop() {
    server.close();
  }
}
