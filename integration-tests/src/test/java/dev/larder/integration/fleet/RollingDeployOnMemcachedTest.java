package dev.larder.integration.fleet;

import dev.larder.testkit.server.MemcachedServer;
import org.junit.jupiter.api.AutoClose;

/** On a Memcached. */
class RollingDeployOnMemcachedTest extends RollingDeploy {
  @AutoClose static final MemcachedServer SERVER = MemcachedServer.memcached().start();

  RollingDeployOnMemcachedTest() {
    super(Deployment.on(SERVER));
  }
}
