package dev.larder.testkit;

import dev.larder.spi.Leasing;
import dev.larder.spi.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says of every key that another holds its lease. */
record HoldingStore(Duration rest) implements Store, Leasing {
  @Override
  public String name() {
    return "holding";
  }

  @Override
  public byte @Nullable [] get(String key) {
    return null;
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {}

  @Override
  public boolean remove(String key) {
    return false;
  }

  @Override
  public Answer readOrLease(String key, String token, Duration leaseTime) {
    return new Held(rest);
  }

  @Override
  public void lease(String key, String token, Duration leaseTime) {}

  @Override
  public boolean fill(String key, String token, byte[] value, Duration timeToLive) {
    return false;
  }

  @Override
  public void release(String key, String token) {}
}
