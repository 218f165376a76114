package dev.larder.integration.engine;

import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;
import org.junit.jupiter.api.AutoClose;

/** Two managers on three Memcacheds. */
class MemcachedAloneEngineTest extends MemcachedContract {
  @AutoClose static final MemcachedServers SERVERS = MemcachedServer.memcached().start(3);

  MemcachedAloneEngineTest() {
    super(Tiers.DISTRIBUTED);
  }

  @Override
  String addresses() {
    return SERVERS.addresses();
  }
}
