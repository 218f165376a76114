package dev.larder.memcached;

import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.TestCertificates;

class TlsTest extends MemcachedContract {
  private MemcachedServer server;

  @Override
  String kind() {
    return "memcached-tls";
  }

  @Override
  MemcachedOptionsBuilder start() {
    server = MemcachedServer.memcached().tls(TestCertificates.generate()).start();
    return MemcachedOptions.builder()
        .servers(server.hostAndPort())
        .tls(server.tls().trustStore(), server.tls().password());
  }

  @Override
  void stop() {
    server.close();
  }
}
