package dev.larder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A cache over the tiers of its chain.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class TieredCache<K, V> implements Cache<K, V> {
  private final OpenCache<V> open;
  private final Tiers<V> tiers;
  private final Reader<K, V> reader;
  private final BulkReader<V> bulkReader;
  private final Writer<V> writer;
  private final AbsentPut<V> absentPut;
  private final IntFunction<Cache<K, V>> versions;
  private final GuardedWrites<K, V> failSafe;

  TieredCache(OpenCache<V> open, IntFunction<Cache<K, V>> versions) {
    this.open = open;
    this.tiers = open.tiers();
    this.reader = new Reader<>(tiers);
    this.bulkReader = new BulkReader<>(tiers);
    this.writer = new Writer<>(tiers, open.keys());
    this.absentPut = new AbsentPut<>(tiers, writer);
    this.versions = versions;
    this.failSafe = new GuardedWrites<>(this, tiers.clock);
  }

  @Override
  public String name() {
    return open.definition().name();
  }

  @Override
  public String chain() {
    return open.definition().chain();
  }

  @Override
  public @Nullable V localHit(@Nullable K key) {
    Entry<V> entry = tiers.hit(NullKey.of(key));
    V value = entry == null ? null : entry.value();
    if (entry == null || value == null || entry.isDue(tiers.clock)) {
      return null;
    }
    tiers.counters.localHit();
    return value;
  }

  @Override
  public @Nullable V get(@Nullable K key) {
    return lookup(key) instanceof Lookup.Hit<V> hit ? hit.value() : null;
  }

  @Override
  public <X extends Throwable> @Nullable V get(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader) throws X {
    return reader.get(key, Objects.requireNonNull(loader, "loader"), value -> false);
  }

  @Override
  public <X extends Throwable> @Nullable V get(
      @Nullable K key,
      Loader<? super @Nullable K, ? extends V, X> loader,
      Predicate<? super V> unless)
      throws X {
    Objects.requireNonNull(loader, "loader");
    return reader.get(key, loader, Objects.requireNonNull(unless, "unless"));
  }

  @Override
  public Lookup<V> lookup(@Nullable K key) {
    return reader.lookup(key);
  }

  @Override
  public boolean contains(@Nullable K key) {
    return reader.contains(key);
  }

  @Override
  public Map<K, V> getAll(Collection<? extends K> keys) {
    return bulkReader.getAll(keys);
  }

  @Override
  public @Nullable Duration timeToLive(@Nullable K key) {
    return reader.timeToLive(key);
  }

  @Override
  public void put(@Nullable K key, @Nullable V value) {
    Lifetimes lifetimes = tiers.lifetimes();
    if (lifetimes.keeps(value)) {
      writer.put(NullKey.of(key), value, tiers.whole(lifetimes.life(value)));
    } else {
      evict(key);
    }
  }

  @Override
  public void put(@Nullable K key, @Nullable V value, Duration timeToLive) {
    CacheSettings.requireDuration("timeToLive", timeToLive);
    if (tiers.lifetimes().keeps(value)) {
      writer.put(NullKey.of(key), value, tiers.whole(timeToLive));
    } else {
      evict(key);
    }
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    putAll(entries, tiers.lifetimes()::life);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries, Duration timeToLive) {
    CacheSettings.requireDuration("timeToLive", timeToLive);
    putAll(entries, value -> timeToLive);
  }

  private void putAll(
      Map<? extends K, ? extends V> entries, Function<@Nullable Object, Duration> life) {
    Map<Object, Valued<V>> puts = new LinkedHashMap<>();
    List<Object> evicts = new ArrayList<>();
    entries.forEach(
        (key, value) -> {
          if (tiers.lifetimes().keeps(value)) {
            puts.put(NullKey.of(key), new Valued<>(value, tiers.whole(life.apply(value))));
          } else {
            evicts.add(NullKey.of(key));
          }
        });
    try {
      writer.evictAll(evicts);
    } finally {
      writer.putAll(puts);
    }
  }

  @Override
  public @Nullable V putIfAbsent(@Nullable K key, V value) {
    Objects.requireNonNull(value, "value");
    return absentPut.put(NullKey.of(key), value, tiers.whole(tiers.lifetimes().life(value)));
  }

  @Override
  public boolean touch(@Nullable K key, Duration timeToLive) {
    CacheSettings.requireDuration("timeToLive", timeToLive);
    return writer.touch(NullKey.of(key), tiers.whole(timeToLive));
  }

  @Override
  public void evict(@Nullable K key) {
    writer.evict(NullKey.of(key));
  }

  @Override
  public boolean evict(@Nullable K key, V ifValue) {
    return writer.evict(NullKey.of(key), ifValue);
  }

  @Override
  public void evictAll(Collection<? extends K> keys) {
    writer.evictAll(keys.stream().map(NullKey::of).distinct().toList());
  }

  @Override
  public long evictMatching(String glob) {
    return writer.evictMatching(glob);
  }

  @Override
  public void clear() {
    writer.clear();
  }

  @Override
  public <X extends Throwable> @Nullable V refresh(
      @Nullable K key, Loader<? super @Nullable K, ? extends V, X> loader) throws X {
    V value = reader.refresh(key, Objects.requireNonNull(loader, "loader"));
    if (tiers.lifetimes().keeps(value)) {
      // Others may hold the entry that was replaced. Whether they hear of it is counted.
      failSafe.guard(() -> tiers.distributed.tellEvicted(List.of(NullKey.of(key))));
    } else {
      failSafe.evict(key);
    }
    return value;
  }

  @Override
  public <X extends Throwable> void warm(
      Collection<? extends K> keys, Loader<? super @Nullable K, ? extends V, X> loader) throws X {
    for (K key : keys) {
      get(key, loader);
    }
  }

  @Override
  public String keyText(@Nullable K key) {
    return open.keys().text(NullKey.of(key));
  }

  @Override
  public CacheStats stats() {
    return tiers.counters.snapshot(tiers.distributed.staleness(), tiers.local.size());
  }

  @Override
  public Cache<K, V> version(int version) {
    return versions.apply(version);
  }

  @Override
  public AsyncCache<K, V> async() {
    return new StagedCache<>(this, open.tasks());
  }

  @Override
  public FailSafeCache<K, V> failSafe() {
    return failSafe;
  }

  @Override
  public String toString() {
    return "cache " + name() + " of chain " + chain();
  }
}
