package dev.larder.integration.fleet;

import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;

/** On a Redis behind a local tier in each JVM. */
class RollingDeployWithLocalTiersTest extends RollingDeploy {
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();

  RollingDeployWithLocalTiersTest() {
    super(Deployment.on(SERVER, true));
  }
}
