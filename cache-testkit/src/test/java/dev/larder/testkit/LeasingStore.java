package dev.larder.testkit;

import dev.larder.spi.Leasing;
import dev.larder.spi.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A store that has leases, and knows nothing of deadlines.
 *
 * @param store holds the entries
 */
record LeasingStore(FakeStore store) implements Store, Leasing {
  @Override
  public String name() {
    return "leasing";
  }

  @Override
  public byte @Nullable [] get(String key) {
    return store.get(key);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    store.put(key, value, timeToLive);
  }

  @Override
  public boolean remove(String key) {
    return store.remove(key);
  }

  @Override
  public Answer readOrLease(String key, Duration leaseTime) {
    return store.readOrLease(key, leaseTime);
  }

  @Override
  public Granted lease(String key, Duration leaseTime) {
    return store.lease(key, leaseTime);
  }

  @Override
  public Answer tryLease(String key, Duration leaseTime) {
    return store.tryLease(key, leaseTime);
  }
}
