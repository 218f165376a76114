package dev.larder.integration.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.server.RedisServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** On a Redis alone: each read goes to the server, so the builds meet on every one. */
class RollingDeployOnRedisTest extends RollingDeploy {
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();

  RollingDeployOnRedisTest() {
    super(Deployment.on(SERVER, false));
  }

  private int bytes(int key) {
    Object length = SERVER.command("STRLEN", "larder:1:products:" + key);
    return ((Long) length).intValue();
  }

  @Test
  void twoVariantsShareOneFrame() {
    int key = keys(1);
    find(member(Build.V1), key, 1);
    int old = bytes(key);
    find(member(Build.V2), key, 1);
    int both = bytes(key);
    member(Build.V2).ask("evict " + key);
    find(member(Build.V2), key, 1);
    int young = bytes(key);

    note("bytes of v1: %d, of v2: %d, of both: %d".formatted(old, young, both));
    assertThat(both).isLessThan(old + young).isGreaterThan(Math.max(old, young));
  }
}
