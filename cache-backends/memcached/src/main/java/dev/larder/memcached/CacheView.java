package dev.larder.memcached;

import dev.larder.spi.Bulk;
import dev.larder.spi.Clearing.CacheStore;
import dev.larder.spi.Comparing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Punctual;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store as one cache sees it. */
final class CacheView implements CacheStore, Leasing, Expiring, Comparing, Bulk, Punctual {
  private final Servers servers;
  private final Entries entries;
  private final Leases leases;
  private final BulkEntries bulk;

  CacheView(Servers servers, String cacheKey) {
    Generations generations = new Generations(cacheKey);
    this.servers = servers;
    this.entries = new Entries(servers, generations);
    this.leases = new Leases(entries);
    this.bulk = new BulkEntries(entries, generations);
  }

  @Override
  public String name() {
    return MemcachedStore.NAME;
  }

  @Override
  public void ping() {
    servers.ping();
  }

  @Override
  public byte @Nullable [] get(String key) {
    Stored stored = read(key);
    return stored == null ? null : stored.value();
  }

  @Override
  public @Nullable Stored read(String key) {
    return entries.glance(entries.place(key)).value();
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    entries.put(entries.place(key), value, timeToLive);
  }

  @Override
  public boolean remove(String key) {
    return entries.remove(entries.place(key));
  }

  @Override
  public boolean removeIf(String key, byte[] expected) {
    Place place = entries.place(key);
    Sight sight = entries.look(place);
    Stored stored = sight.value();
    return stored != null
        && Arrays.equals(stored.value(), expected)
        && entries.remove(place, place.key(), sight.version());
  }

  @Override
  public boolean touch(String key, Duration timeToLive) {
    Place place = entries.place(key);
    for (int round = 0; round < Entries.ROUNDS; round++) {
      Sight sight = entries.look(place);
      Stored stored = sight.value();
      if (stored == null) {
        return false;
      }
      long stamp = entries.stamp(place, sight);
      if (entries.replace(place, sight.version(), stamp, stored.value(), timeToLive)) {
        return true;
      }
    }
    // It is written as fast as we look; each write gives it a life of its own.
    return true;
  }

  @Override
  public Answer readOrLease(String key, Duration leaseTime) {
    return leases.readOrLease(entries.place(key), leaseTime);
  }

  @Override
  public Granted lease(String key, Duration leaseTime) {
    return leases.lease(entries.place(key), leaseTime);
  }

  @Override
  public Answer tryLease(String key, Duration leaseTime) {
    return leases.tryLease(entries.place(key), leaseTime);
  }

  @Override
  public Map<String, Stored> readAll(Collection<String> keys) {
    return bulk.readAll(keys);
  }

  @Override
  public void putAll(Collection<Put> puts) {
    bulk.putAll(puts);
  }

  @Override
  public long removeAll(Collection<String> keys) {
    return bulk.removeAll(keys);
  }

  @Override
  public void clear() {
    entries.clear();
  }

  /** Ends every entry on one server. */
  void clear(Node node) {
    entries.clear(node);
  }
}
