package dev.larder.integration.engine;

import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;
import org.junit.jupiter.api.AutoClose;

/** A manager with a local tier before three Memcacheds. */
class MemcachedEngineTest extends MemcachedContract {
  @AutoClose static final MemcachedServers SERVERS = MemcachedServer.memcached().start(3);

  MemcachedEngineTest() {
    super(Tiers.LOCAL_AND_DISTRIBUTED);
  }

  @Override
  String addresses() {
    return SERVERS.addresses();
  }
}
