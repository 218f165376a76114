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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A distributed tier over a {@link Store}, with whichever capabilities it has.
 *
 * @param <V> the values
 */
final class StoreTier<V> implements DistributedTier<V> {
  private static final Logger LOGGER = LoggerFactory.getLogger(StoreTier.class);

  private final Store store;

  /** The same without a word to anybody: a fill tells nobody. */
  private final Store silent;

  private final KeySpace keys;
  private final Supplier<Sealer<V>> sealers;
  private final StatsCounters counters;
  private final StoreFaults faults;
  private final StoreFaults readFaults;
  private final Clock clock;
  private final StoreReads<V> reads;
  private final InvalidationChannel channel;
  private final UnconfirmedWrites unconfirmed;

  StoreTier(
      Store store,
      String chain,
      StoreGuard guard,
      TimeBudgets budgets,
      KeySpace keys,
      Supplier<Sealer<V>> sealers,
      StatsCounters counters,
      Environment environment,
      ChannelSettings settings) {
    this.silent = ofCache(store, keys);
    this.faults = new StoreFaults(guard, counters, budgets.write());
    this.readFaults = new StoreFaults(guard, counters, budgets.read());
    this.channel =
        new InvalidationChannel(
            store,
            silent,
            keys,
            counters,
            new StoreFaults(settings.guardOr(guard), counters, budgets.write()),
            environment,
            settings);
    this.store = channel.store();
    this.keys = keys;
    this.sealers = sealers;
    this.counters = counters;
    this.clock = environment.clock();
    this.reads =
        new StoreReads<>(
            this.store, keys, sealers, counters, environment.leaseTime(), readFaults, clock);
    this.unconfirmed =
        new UnconfirmedWrites(guard.kept(chain, keys, delivery()), keys, counters, store.name());
  }

  /** As the first of all who write to the cache would do it: they all do the same. */
  private KeptEvicts.Delivery delivery() {
    return new KeptEvicts.Delivery() {
      @Override
      public void evict(List<String> keyTexts) {
        removeTexts(keyTexts);
        channel.tellWritten(keyTexts);
      }

      @Override
      public void clear() {
        clearNow();
        channel.tellCleared();
      }
    };
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
    CacheException fault = unconfirmed.of(key);
    return fault == null ? listening(reads.read(key)) : new Reading.Unavailable<>(fault);
  }

  @Override
  public Map<Object, Reading<V>> readAll(Collection<Object> keys) {
    channel.listen();
    return unconfirmed.isEmpty() ? reads.readAll(keys) : readConfirmed(keys);
  }

  private Map<Object, Reading<V>> readConfirmed(Collection<Object> keys) {
    Map<Object, Reading<V>> readings = new HashMap<>();
    List<Object> confirmed = new ArrayList<>(keys.size());
    for (Object key : keys) {
      CacheException fault = unconfirmed.of(key);
      if (fault == null) {
        confirmed.add(key);
      } else {
        readings.put(key, new Reading.Unavailable<>(fault));
      }
    }
    readings.putAll(reads.readAll(confirmed));
    return readings;
  }

  @Override
  public Reading<V> readOrLease(Object key) {
    CacheException fault = unconfirmed.of(key);
    return fault == null ? listening(reads.readOrLease(key)) : new Reading.Unavailable<>(fault);
  }

  @Override
  public Reading<V> tryLease(Object key) {
    CacheException fault = unconfirmed.of(key);
    return fault == null ? listening(reads.tryLease(key)) : new Reading.Unavailable<>(fault);
  }

  @Override
  public boolean tellsLives() {
    return store instanceof Expiring;
  }

  @Override
  public Reading<V> lease(Object key) {
    CacheException fault = unconfirmed.of(key);
    return fault == null ? listening(reads.lease(key)) : new Reading.Unavailable<>(fault);
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
    CacheException fault = unconfirmed.of(key);
    return fault == null
        ? readFaults.answer(() -> fillNow(keys.text(key), leased, value, life), Filling.Failed::new)
        : new Filling.Failed(fault);
  }

  private Filling fillNow(
      String text, Reading.@Nullable Leased<V> leased, @Nullable V value, Duration life) {
    if (leased == null) {
      byte[] bytes = sealers.get().seal(text, value);
      does(readFaults, () -> silent.put(text, bytes, life), () -> unconfirmed.keep(List.of(text)));
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
    boolean filled = readFaults.ask(() -> leased.lease().fill(bytes, life));
    return filled ? new Filling.Accepted(life) : new Filling.Refused();
  }

  @Override
  public boolean renew(Lease lease, Duration leaseTime) {
    // A store that does not answer now may do so the next time.
    return readFaults.answer(() -> readFaults.ask(() -> lease.renew(leaseTime)), fault -> true);
  }

  @Override
  public void release(Lease lease) {
    readFaults.answer(() -> does(readFaults, lease::release), fault -> false);
  }

  private static boolean does(StoreFaults faults, Runnable command) {
    return does(faults, command, () -> {});
  }

  /**
   * Gives a command.
   *
   * @param late what is to be done if it was done when nobody waited for it any more
   */
  private static boolean does(StoreFaults faults, Runnable command, Runnable late) {
    return faults.ask(
        () -> {
          command.run();
          return true;
        },
        done -> late.run());
  }

  @Override
  public void put(Object key, @Nullable V value, Duration life) {
    unconfirmed.keeping(
        List.of(keys.text(key)),
        () -> faults.requireAsked() && put(sealed(key, new Valued<>(value, life))));
  }

  private boolean put(Bulk.Put sealed) {
    Runnable put = () -> store.put(sealed.key(), sealed.value(), sealed.timeToLive());
    return put(List.of(sealed.key()), put);
  }

  /** One that is done late would stay after the evict that was kept for its sake. */
  private boolean put(List<String> texts, Runnable put) {
    try {
      return faults.call(() -> does(faults, put, () -> unconfirmed.keep(texts)));
    } catch (CacheCodecException e) {
      // What the store has done with the older values, it has told nobody.
      discardTexts(texts);
      throw e;
    }
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
    unconfirmed.keeping(
        puts.keySet().stream().map(keys::text).toList(),
        () -> faults.requireAsked() && putAllNow(puts));
  }

  /** Those that cannot be written keep none of the others from being put. */
  private boolean putAllNow(Map<Object, Valued<V>> puts) {
    Map<Object, Bulk.Put> sealed = new LinkedHashMap<>();
    CacheCodecException unwritable = null;
    for (Map.Entry<Object, Valued<V>> put : puts.entrySet()) {
      try {
        sealed.put(put.getKey(), sealed(put.getKey(), put.getValue()));
      } catch (CacheCodecException e) {
        unwritable = e;
      }
    }
    putAllNow(sealed.values());
    if (unwritable != null) {
      channel.tellWritten(sealed.values().stream().map(Bulk.Put::key).toList());
      throw unwritable;
    }
    return true;
  }

  private void putAllNow(Collection<Bulk.Put> sealed) {
    if (store instanceof Bulk bulk) {
      for (List<Bulk.Put> part : Parts.of(sealed)) {
        put(part.stream().map(Bulk.Put::key).toList(), () -> bulk.putAll(part));
      }
    } else {
      sealed.forEach(this::put);
    }
  }

  @Override
  public boolean remove(Object key) {
    String text = keys.text(key);
    return unconfirmed.keeping(List.of(text), () -> removeText(text));
  }

  private boolean removeText(String text) {
    return faults.call(() -> faults.ask(() -> store.remove(text)));
  }

  @Override
  public long removeAll(Collection<Object> keys) {
    List<String> texts = keys.stream().map(this.keys::text).toList();
    return unconfirmed.keeping(texts, () -> removeTexts(texts));
  }

  private long removeTexts(List<String> texts) {
    return store instanceof Bulk bulk
        ? Parts.of(texts).stream().mapToLong(part -> removeAll(bulk, part)).sum()
        : texts.stream().filter(this::removeText).count();
  }

  private long removeAll(Bulk bulk, List<String> part) {
    return faults.call(() -> faults.ask(() -> bulk.removeAll(part)));
  }

  @Override
  public void discard(Object key) {
    discardTexts(List.of(keys.text(key)));
  }

  private void discardTexts(List<String> texts) {
    try {
      unconfirmed.keeping(
          texts,
          () -> {
            removeTexts(texts);
            channel.tellWritten(texts);
            return true;
          });
    } catch (CacheException e) {
      // Counted where it happened.
      LOGGER.debug("what is outdated could not be removed", e);
    }
  }

  @Override
  public void clear() {
    unconfirmed.keepingClear(this::clearNow);
  }

  private void clearNow() {
    if (store instanceof Clearing.CacheStore cacheStore) {
      faults.call(() -> does(faults, cacheStore::clear));
    } else {
      removeAll();
    }
  }

  private void removeAll() {
    Scanning scanning =
        capability(Scanning.class, "clear a cache; evict its keys, or change its version");
    faults.walk(each -> scanning.scan(keys.beginning(), each), this::removeText);
    removeText(keys.withoutParts());
  }

  @Override
  public boolean removeIf(Object key, Predicate<? super @Nullable V> test) {
    Comparing comparing = capability(Comparing.class, "evict a given value; evict the key");
    String text = keys.text(key);
    return unconfirmed.keeping(List.of(text), () -> removeIf(comparing, text, test));
  }

  private boolean removeIf(Comparing comparing, String text, Predicate<? super @Nullable V> test) {
    return faults.call(
        () -> {
          byte[] bytes = faults.ask(() -> store.get(text));
          return bytes != null
              && reads.opened(text, bytes) instanceof Reading.Found<V> found
              && test.test(found.value())
              && faults.ask(() -> comparing.removeIf(text, bytes));
        });
  }

  @Override
  public boolean touch(Object key, Duration life) {
    Expiring expiring = capability(Expiring.class, "change a time to live; put the value again");
    String text = keys.text(key);
    return unconfirmed.keeping(
        List.of(text), () -> faults.call(() -> faults.ask(() -> expiring.touch(text, life))));
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
    // Which keys match is not known: after this nothing that does may be left.
    unconfirmed.keepingClear(
        () ->
            faults.walk(each -> scanning.scan(keys.beginning(), each), text -> parsed(text, key)));
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
    tell(keys, channel::tellWritten);
  }

  private void tell(Collection<Object> keys, Consumer<List<String>> telling) {
    List<String> texts = keys.stream().map(this.keys::text).toList();
    unconfirmed.keeping(
        texts,
        () -> {
          telling.accept(texts);
          return true;
        });
  }

  @Override
  public void tellEvicted(Collection<Object> keys) {
    tell(keys, channel::tellEvicted);
  }

  @Override
  public void keepEvict(Object key) {
    unconfirmed.keep(List.of(keys.text(key)));
  }

  @Override
  public void tellCleared() {
    unconfirmed.keepingClear(channel::tellCleared);
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
