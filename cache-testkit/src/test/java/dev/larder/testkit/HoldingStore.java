package dev.larder.testkit;

import dev.larder.spi.Leasing;
import dev.larder.spi.Punctual;
import dev.larder.spi.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says of every key that another holds its lease. */
record HoldingStore(Duration rest) implements Store, Leasing, Punctual {
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
  public Answer readOrLease(String key, Duration leaseTime) {
    return new Held(rest);
  }

  @Override
  public Answer tryLease(String key, Duration leaseTime) {
    return new Held(rest);
  }

  @Override
  public Granted lease(String key, Duration leaseTime) {
    return new Granted(new BrokenLease(), null);
  }

  /** Has been broken already. */
  private static final class BrokenLease implements Lease {
    @Override
    public boolean fill(byte[] value, Duration timeToLive) {
      return false;
    }

    @Override
    public boolean renew(Duration leaseTime) {
      return false;
    }

    @Override
    public void release() {}
  }
}
