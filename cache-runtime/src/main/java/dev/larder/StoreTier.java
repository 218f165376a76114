package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.spi.Bulk;
import dev.larder.spi.Clearing;
import dev.larder.spi.Comparing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing.Lease;
import dev.larder.spi.Scanning;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A distributed tier over a {@link Store}, with whichever capabilities it has.
 *
 * @param <V> the values
 */
final class StoreTier<V> implements DistributedTier<V> {
  private final Store store;

  /** The same without a word to anybody: a fill tells nobody. */
  private final Store silent;

  private final KeySpace keys;
  private final Supplier<Sealer<V>> sealers;
  private final StatsCounters counters;
  private final StoreFaults faults;
  private final Clock clock;
  private final StoreReads<V> reads;
  private final InvalidationChannel channel;

  StoreTier(
      Store store,
      KeySpace keys,
      Supplier<Sealer<V>> sealers,
      StatsCounters counters,
      Environment environment,
      ChannelSettings settings) {
    this.silent = ofCache(store, keys);
    this.channel = new InvalidationChannel(store, silent, keys, counters, environment, settings);
    this.store = channel.store();
    this.keys = keys;
    this.sealers = sealers;
    this.counters = counters;
    this.clock = environment.clock();
    this.faults = new StoreFaults(store.name(), counters);
    this.reads =
        new StoreReads<>(
            this.store, keys, sealers, counters, environment.leaseTime(), environment.clock());
  }

  private static Store ofCache(Store store, KeySpace keys) {
    return store instanceof Clearing clearing ? clearing.open(keys.withoutParts()) : store;
  }

  @Override
  public void listen(InvalidationListener listener) {
    channel.listenFor(listener);
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public String storeName() {
    return store.name();
  }

  @Override
  public Reading<V> read(Object key) {
    return listening(reads.read(key));
  }

  @Override
  public Map<Object, Reading<V>> readAll(Collection<Object> keys) {
    channel.listen();
    return reads.readAll(keys);
  }

  @Override
  public Reading<V> readOrLease(Object key) {
    return listening(reads.readOrLease(key));
  }

  @Override
  public Reading<V> lease(Object key) {
    return listening(reads.lease(key));
  }

  /** A store that answers may be one that could not be listened to when the cache was opened. */
  private Reading<V> listening(Reading<V> reading) {
    if (!(reading instanceof Reading.Unavailable)) {
      channel.listen();
    }
    return reading;
  }

  @Override
  public Filling fill(
      Object key, Reading.@Nullable Leased<V> leased, @Nullable V value, Duration life) {
    return faults.answer(() -> fillNow(keys.text(key), leased, value, life), Filling.Failed::new);
  }

  private Filling fillNow(
      String text, Reading.@Nullable Leased<V> leased, @Nullable V value, Duration life) {
    if (leased == null) {
      silent.put(text, sealers.get().seal(text, value), life);
      return new Filling.Accepted(life);
    }
    Others others = leased.others();
    if (others == null || !others.isAlive(clock)) {
      return fillNow(leased, sealers.get().seal(text, value), life);
    }
    byte[] shared = sealers.get().seal(text, value, others.envelope());
    return fillNow(leased, shared, others.life(life, clock));
  }

  private Filling fillNow(Reading.Leased<V> leased, byte[] bytes, Duration life) {
    return leased.lease().fill(bytes, life) ? new Filling.Accepted(life) : new Filling.Refused();
  }

  @Override
  public boolean renew(Lease lease, Duration leaseTime) {
    // A store that does not answer now may do so the next time.
    return faults.answer(() -> lease.renew(leaseTime), fault -> true);
  }

  @Override
  public void release(Lease lease) {
    faults.answer(
        () -> {
          lease.release();
          return true;
        },
        fault -> false);
  }

  @Override
  public void put(Object key, @Nullable V value, Duration life) {
    Bulk.Put sealed = sealed(key, new Valued<>(value, life));
    faults.run(() -> store.put(sealed.key(), sealed.value(), sealed.timeToLive()));
  }

  /** A value that cannot be written must not leave an older one in its place. */
  private Bulk.Put sealed(Object key, Valued<V> put) {
    String text = keys.text(key);
    try {
      byte[] bytes = faults.call(() -> sealers.get().seal(text, put.value()));
      return new Bulk.Put(text, bytes, put.life());
    } catch (CacheCodecException e) {
      discard(key);
      throw e;
    }
  }

  @Override
  public void putAll(Map<Object, Valued<V>> puts) {
    if (store instanceof Bulk bulk) {
      putAll(bulk, puts);
    } else {
      puts.forEach((key, put) -> put(key, put.value(), put.life()));
    }
  }

  /** Those that cannot be written keep none of the others from being put. */
  private void putAll(Bulk bulk, Map<Object, Valued<V>> puts) {
    Map<Object, Bulk.Put> sealed = new LinkedHashMap<>();
    CacheCodecException unwritable = null;
    for (Map.Entry<Object, Valued<V>> put : puts.entrySet()) {
      try {
        sealed.put(put.getKey(), sealed(put.getKey(), put.getValue()));
      } catch (CacheCodecException e) {
        unwritable = e;
      }
    }
    faults.run(() -> bulk.putAll(sealed.values()));
    if (unwritable != null) {
      tellWritten(sealed.keySet());
      throw unwritable;
    }
  }

  @Override
  public boolean remove(Object key) {
    String text = keys.text(key);
    return faults.call(() -> store.remove(text));
  }

  @Override
  public long removeAll(Collection<Object> keys) {
    List<String> texts = keys.stream().map(this.keys::text).toList();
    return store instanceof Bulk bulk
        ? faults.call(() -> bulk.removeAll(texts))
        : faults.call(() -> texts.stream().filter(store::remove).count());
  }

  @Override
  public void discard(Object key) {
    faults.answer(
        () -> {
          store.remove(keys.text(key));
          channel.tellWritten(List.of(key));
          return true;
        },
        fault -> false);
  }

  @Override
  public void clear() {
    if (store instanceof Clearing.CacheStore cacheStore) {
      faults.run(cacheStore::clear);
    } else {
      removeAll();
    }
  }

  private void removeAll() {
    Scanning scanning =
        capability(Scanning.class, "clear a cache; evict its keys, or change its version");
    faults.run(
        () -> {
          scanning.scan(keys.beginning(), store::remove);
          store.remove(keys.withoutParts());
        });
  }

  @Override
  public boolean removeIf(Object key, Predicate<? super @Nullable V> test) {
    Comparing comparing = capability(Comparing.class, "evict a given value; evict the key");
    String text = keys.text(key);
    return faults.call(
        () -> {
          byte[] bytes = store.get(text);
          return bytes != null
              && reads.opened(text, bytes) instanceof Reading.Found<V> found
              && test.test(found.value())
              && comparing.removeIf(text, bytes);
        });
  }

  @Override
  public boolean touch(Object key, Duration life) {
    Expiring expiring = capability(Expiring.class, "change a time to live; put the value again");
    String text = keys.text(key);
    return faults.call(() -> expiring.touch(text, life));
  }

  @Override
  public void requireScan() {
    scanning();
  }

  private Scanning scanning() {
    return capability(Scanning.class, "walk its keys; evict them one by one, or clear the cache");
  }

  @Override
  public void scan(Consumer<Object> key) {
    Scanning scanning = scanning();
    faults.run(() -> scanning.scan(keys.beginning(), text -> parsed(text, key)));
  }

  private void parsed(String text, Consumer<Object> key) {
    try {
      key.accept(keys.parse(text));
    } catch (CacheValidationException e) {
      // A key that no version of this cache has written is not ours to touch.
      counters.storeFailure();
    }
  }

  private <C> C capability(Class<C> capability, String what) {
    if (!capability.isInstance(store)) {
      throw new CacheConfigurationException("the store " + store.name() + " cannot " + what);
    }
    return capability.cast(store);
  }

  @Override
  public void tellWritten(Collection<Object> keys) {
    channel.tellWritten(keys);
  }

  @Override
  public void tellEvicted(Collection<Object> keys) {
    channel.tellEvicted(keys);
  }

  @Override
  public void tellCleared() {
    channel.tellCleared();
  }

  @Override
  public boolean tellsOfLeases() {
    return channel.tellsOfLeases();
  }

  @Override
  public Duration staleness() {
    return channel.staleness();
  }

  @Override
  public void close() {
    channel.close();
  }
}
