package dev.larder.integration.engine;

import dev.larder.memcached.MemcachedOptions;
import dev.larder.memcached.MemcachedStore;
import dev.larder.spi.Clearing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.time.Duration;

/**
 * On Memcacheds, which cannot walk their keys and carry no messages: with local tiers, both parties
 * are one manager.
 */
abstract class MemcachedContract extends ServersContract {
  MemcachedContract(Tiers tiers) {
    super(tiers);
  }

  /** Where the servers are. */
  abstract String addresses();

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
                .servers(addresses())
                .timeout(Duration.ofSeconds(30))
                .build());
    awaitClocks(store);
    return store;
  }

  /** When the clocks of all servers are known, so is the end of what is put from then on. */
  private static void awaitClocks(Clearing clearing) {
    Store cache = clearing.open("clocks");
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
