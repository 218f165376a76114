package dev.larder.redis;

import dev.larder.testkit.server.RedisServer;
import dev.larder.testkit.server.TestCertificates;
import org.junit.jupiter.api.AutoClose;

/** TLS. */
class RedisTlsTest extends RedisCacheContract {
  private static final TestCertificates CERTIFICATES = TestCertificates.generate();

  @AutoClose static final RedisServer SERVER = RedisServer.redis().tls(CERTIFICATES).start();

  @Override
  RedisOptionsBuilder options() {
    return Trusting.options(SERVER).url(SERVER.uri());
  }

  @Override
  String servers() {
    return "redis-tls";
  }
}
