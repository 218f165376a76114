package dev.larder.integration.engine;

import dev.larder.memcached.MemcachedOptions;
import dev.larder.memcached.MemcachedStore;
import dev.larder.spi.Clearing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;

/**
 * On three Memcacheds. They carry no messages, so that a local tier before them is told nothing by
 * others: with local tiers, both parties are one manager.
 */
class EngineOnMemcachedTest {
  @AutoClose static final MemcachedServers SERVERS = MemcachedServer.memcached().start(3);

  /** What Memcached can do, and cannot. */
  abstract static class MemcachedContract extends ServersContract {
    MemcachedContract(Tiers tiers) {
      super(tiers);
    }

    @Override
    public boolean evictsByPattern() {
      return false;
    }

    @Override
    boolean carriesMessages() {
      return false;
    }

    @Override
    Store connect() {
      MemcachedStore store =
          MemcachedStore.connect(
              MemcachedOptions.builder()
                  .servers(SERVERS.addresses())
                  .timeout(Duration.ofSeconds(30))
                  .build());
      awaitClocks(store);
      return store;
    }

    /** When the clocks of all servers are known, so is the end of what is put from then on. */
    private static void awaitClocks(Clearing clearing) {
      Clearing.CacheStore cache = clearing.open("clocks");
      for (int key = 0; key < 30; key++) {
        while (!knowsEnd(cache, "clocks:" + key)) {
          Thread.onSpinWait();
        }
      }
    }

    private static boolean knowsEnd(Store cache, String key) {
      cache.put(key, new byte[1], Duration.ofMinutes(1));
      Stored stored = ((Expiring) cache).read(key);
      return stored != null && stored.remaining() != null;
    }
  }

  @Nested
  class WithLocalTier extends MemcachedContract {
    WithLocalTier() {
      super(Tiers.LOCAL_AND_DISTRIBUTED);
    }
  }

  @Nested
  class Alone extends MemcachedContract {
    Alone() {
      super(Tiers.DISTRIBUTED);
    }
  }
}
