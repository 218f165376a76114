package dev.larder.memcached;

import dev.larder.spi.Leasing.Lease;
import java.time.Duration;

/** A lease that was granted, by its mark on the server. */
final class MemcachedLease implements Lease {
  private final Entries entries;
  private final Place place;
  private volatile LeaseMark mark;

  MemcachedLease(Entries entries, Place place, LeaseMark mark) {
    this.entries = entries;
    this.place = place;
    this.mark = mark;
  }

  @Override
  public boolean fill(byte[] value, Duration timeToLive) {
    if (hasMoved()) {
      return false;
    }
    Sight sight = look();
    // Between this look and the write, what breaks the lease changes the version.
    return stands(sight)
        && entries.replace(place, sight.version(), mark.stamp(), value, timeToLive);
  }

  @Override
  public boolean renew(Duration leaseTime) {
    if (hasMoved()) {
      return false;
    }
    Sight sight = look();
    LeaseMark renewed = mark.until(place.node().clock().end(leaseTime));
    boolean isRenewed =
        stands(sight) && entries.mark(place, key(), markVersion(sight), renewed, leaseTime);
    if (isRenewed) {
      mark = renewed;
    }
    return isRenewed;
  }

  @Override
  public void release() {
    if (hasMoved()) {
      return;
    }
    Sight sight = look();
    if (stands(sight)) {
      entries.remove(place, key(), markVersion(sight));
    }
  }

  /**
   * Whether the key lies elsewhere now: its server may have been closed, and is not to be asked.
   */
  private boolean hasMoved() {
    return !entries.isStillAt(place);
  }

  private boolean isBeside() {
    return mark.version() != 0;
  }

  private String key() {
    return isBeside() ? place.leaseKey() : place.key();
  }

  private long markVersion(Sight sight) {
    return isBeside() ? sight.leaseVersion() : sight.version();
  }

  private Sight look() {
    return isBeside() ? entries.lookBeside(place) : entries.look(place);
  }

  /** Whether nothing has broken it: no write, no clear, no move of the key to another server. */
  private boolean stands(Sight sight) {
    LeaseMark seen = isBeside() ? sight.leaseBeside() : sight.lease();
    return mark.isSameAs(seen) && !hasMoved();
  }
}
