package dev.larder.memcached;

import dev.larder.CacheException;
import dev.larder.spi.Leasing.Answer;
import dev.larder.spi.Leasing.Found;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Held;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Grants leases. Where a value is missing, the lease stands in its place: {@code add} grants it to
 * one, {@code cas} fills it, and any write takes it away. On a value that is there, the lease
 * stands under a key beside it and names the value's version: what changes that breaks it.
 */
final class Leases {
  private final Entries entries;

  Leases(Entries entries) {
    this.entries = entries;
  }

  /** The value that was seen, or the lease to load it, or word that another has it. */
  Answer readOrLease(Place place, Duration leaseTime) {
    Sight sight = entries.glance(place);
    Stored value = sight.value();
    if (value != null) {
      return new Found(value);
    }
    // Only what is there and does not count has a version that is needed.
    return leaseMissing(place, sight.isEmpty() ? sight : entries.look(place), leaseTime);
  }

  private Answer leaseMissing(Place place, Sight first, Duration leaseTime) {
    Sight sight = first;
    if (sight.value() != null) {
      return new Found(sight.value());
    }
    for (int round = 0; round < Entries.ROUNDS; round++) {
      LeaseMark other = sight.lease();
      if (other != null) {
        return new Held(sight.rest(other));
      }
      LeaseMark mine = mark(place, sight, 0, leaseTime);
      boolean isStored = stores(place, place.key(), sight.version(), mine, leaseTime);
      sight =
          isStored
              ? sight
              : orGivenBack(place, place.key(), mine, leaseTime, () -> entries.look(place));
      // An add that was sent twice may be refused because of itself.
      if (isStored || mine.isSameAs(sight.lease())) {
        return granted(place, mine);
      }
      Stored value = sight.value();
      if (value != null) {
        return new Found(value);
      }
    }
    return new Held(Duration.ZERO);
  }

  /** Whether the lease was stored. */
  private boolean stores(
      Place place, String key, long version, LeaseMark mine, Duration leaseTime) {
    return orGivenBack(
        place, key, mine, leaseTime, () -> entries.mark(place, key, version, mine, leaseTime));
  }

  /** Whether the lease stands there: an {@code add} may have been refused because of itself. */
  private boolean stands(Place place, boolean isBeside, LeaseMark mine, Duration leaseTime) {
    String key = isBeside ? place.leaseKey() : place.key();
    Sight sight = orGivenBack(place, key, mine, leaseTime, () -> entries.lookBeside(place));
    return mine.isSameAs(isBeside ? sight.leaseBeside() : sight.lease());
  }

  /** What is answered to who asks for a lease; if nobody hears it, the lease is given back. */
  private static <T> T orGivenBack(
      Place place, String key, LeaseMark mine, Duration leaseTime, Supplier<T> question) {
    try {
      return question.get();
    } catch (CacheException e) {
      new OrphanedLease(place.node(), key, mine, leaseTime).giveBack();
      throw e;
    }
  }

  private LeaseMark mark(Place place, Sight sight, long version, Duration leaseTime) {
    return LeaseMark.of(version, entries.stamp(place, sight), place.node().clock().end(leaseTime));
  }

  private Granted granted(Place place, LeaseMark mark) {
    return new Granted(new MemcachedLease(entries, place, mark), null);
  }

  /** The lease, unless another has it; beside the value where there is one. */
  Answer tryLease(Place place, Duration leaseTime) {
    for (int round = 0; round < Entries.ROUNDS; round++) {
      Sight sight = entries.lookBeside(place);
      Stored value = sight.value();
      Answer answer =
          value == null
              ? leaseMissing(place, sight, leaseTime)
              : leaseBeside(place, sight, value, leaseTime);
      if (!(answer instanceof Found)) {
        return answer;
      }
    }
    return new Held(Duration.ZERO);
  }

  private Answer leaseBeside(Place place, Sight sight, Stored value, Duration leaseTime) {
    LeaseMark other = sight.leaseBeside();
    if (other != null) {
      return new Held(sight.rest(other));
    }
    LeaseMark mine = mark(place, sight, sight.version(), leaseTime);
    boolean isStored =
        stores(place, place.leaseKey(), sight.leaseVersion(), mine, leaseTime)
            || stands(place, true, mine, leaseTime);
    return isStored
        ? new Granted(new MemcachedLease(entries, place, mine), value)
        : new Held(Duration.ZERO);
  }

  /** The lease, whoever has it. */
  Granted lease(Place place, Duration leaseTime) {
    Granted granted = null;
    for (int round = 0; round < Entries.ROUNDS && granted == null; round++) {
      granted = taken(place, entries.lookBeside(place), leaseTime);
    }
    // If others write the key as fast as we look, what they write stays, and our fill is refused.
    return granted != null ? granted : granted(place, LeaseMark.of(0, Generations.NONE, 0));
  }

  private @Nullable Granted taken(Place place, Sight sight, Duration leaseTime) {
    Stored value = sight.value();
    boolean isBeside = value != null;
    LeaseMark mine = mark(place, sight, isBeside ? sight.version() : 0, leaseTime);
    String key = isBeside ? place.leaseKey() : place.key();
    long version = isBeside ? sight.leaseVersion() : sight.version();
    boolean isStored =
        stores(place, key, version, mine, leaseTime) || stands(place, isBeside, mine, leaseTime);
    return isStored ? new Granted(new MemcachedLease(entries, place, mine), value) : null;
  }
}
