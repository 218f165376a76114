package dev.larder;

import dev.larder.spi.Bulk;
import dev.larder.spi.Clearing;
import dev.larder.spi.Comparing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Scanning;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writes of a {@link StoreTier}, each in one round trip where the store can. A fault is counted
 * and thrown; what a write that was not confirmed was to change is evicted later.
 *
 * @param <V> the values
 */
final class StoreWrites<V> {
  private static final Logger LOGGER = LoggerFactory.getLogger(StoreWrites.class);

  private final Store store;
  private final KeySpace keys;
  private final Supplier<Sealer<V>> sealers;
  private final StatsCounters counters;
  private final StoreFaults faults;
  private final StoreReads<V> reads;
  private final InvalidationChannel channel;
  private final UnconfirmedWrites unconfirmed;

  StoreWrites(
      Store store,
      KeySpace keys,
      Supplier<Sealer<V>> sealers,
      StatsCounters counters,
      StoreFaults faults,
      StoreReads<V> reads,
      InvalidationChannel channel,
      Function<KeptEvicts.Delivery, KeptEvicts> kept) {
    this.store = store;
    this.keys = keys;
    this.sealers = sealers;
    this.counters = counters;
    this.faults = faults;
    this.reads = reads;
    this.channel = channel;
    this.unconfirmed = new UnconfirmedWrites(kept.apply(delivery()), keys, counters, store.name());
  }

  /** Those of them that the store has not confirmed. */
  UnconfirmedWrites unconfirmed() {
    return unconfirmed;
  }

  /** As the first of all who write to the cache would do it: they all do the same. */
  private KeptEvicts.Delivery delivery() {
    return new KeptEvicts.Delivery() {
      @Override
      public void evict(List<String> keyTexts) {
        removeTexts(keyTexts);
      }

      @Override
      public void clear() {
        clearNow();
      }

      @Override
      public void tellWritten(List<String> keyTexts) {
        channel.tellWritten(keyTexts);
      }

      @Override
      public void tellCleared() {
        channel.tellCleared();
      }
    };
  }

  void put(Object key, @Nullable V value, Duration life) {
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
      return faults.call(() -> faults.does(put, () -> unconfirmed.keep(texts)));
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

  void putAll(Map<Object, Valued<V>> puts) {
    List<String> texts = puts.keySet().stream().map(keys::text).toList();
    try {
      unconfirmed.keeping(texts, () -> faults.requireAsked() && putAllNow(puts));
    } catch (CacheCodecException e) {
      // The others have been put.
      tellWritten(texts);
      throw e;
    }
  }

  /** Those that cannot be written keep none of the others from being put. */
  private boolean putAllNow(Map<Object, Valued<V>> puts) {
    Unwritable unwritable = new Unwritable();
    List<Bulk.Put> sealed = new ArrayList<>();
    puts.forEach((key, put) -> unwritable.passOver(() -> sealed.add(sealed(key, put))));
    if (store instanceof Bulk bulk) {
      Parts.of(sealed).forEach(part -> unwritable.passOver(() -> putPart(bulk, part)));
    } else {
      sealed.forEach(each -> unwritable.passOver(() -> put(each)));
    }
    unwritable.rethrow();
    return true;
  }

  private void putPart(Bulk bulk, List<Bulk.Put> part) {
    put(part.stream().map(Bulk.Put::key).toList(), () -> bulk.putAll(part));
  }

  /** What some of many puts have thrown that nothing can write. */
  private static final class Unwritable {
    private @Nullable CacheCodecException last;

    void passOver(Runnable put) {
      try {
        put.run();
      } catch (CacheCodecException e) {
        last = e;
      }
    }

    void rethrow() {
      if (last != null) {
        throw last;
      }
    }
  }

  boolean remove(Object key) {
    String text = keys.text(key);
    return unconfirmed.keeping(List.of(text), () -> removeText(text));
  }

  private boolean removeText(String text) {
    return faults.call(() -> faults.ask(() -> store.remove(text)));
  }

  long removeAll(Collection<Object> keys) {
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

  void discard(Object key) {
    discardTexts(List.of(keys.text(key)));
  }

  private void discardTexts(List<String> texts) {
    try {
      unconfirmed.keeping(texts, () -> removeTexts(texts));
      tellWritten(texts);
    } catch (CacheException e) {
      // Counted where it happened.
      LOGGER.debug("what is outdated could not be removed", e);
    }
  }

  void tellWritten(List<String> texts) {
    unconfirmed.keepingWord(texts, () -> channel.tellWritten(texts));
  }

  /** Where the store tells of its changes itself, it does so of a second evict. */
  void tellEvicted(List<String> texts) {
    Runnable telling = () -> channel.tellEvicted(texts);
    if (channel.isAnnounced()) {
      unconfirmed.keeping(texts, () -> ran(telling));
    } else {
      unconfirmed.keepingWord(texts, telling);
    }
  }

  /** Of what matches, the store knows only what it has; where it tells itself, of that alone. */
  void tellMatched(String pattern) {
    Runnable telling = () -> channel.tellMatched(pattern);
    if (channel.isAnnounced()) {
      unconfirmed.keepingClear(telling);
    } else {
      unconfirmed.keepingWordOfClear(telling);
    }
  }

  private static boolean ran(Runnable action) {
    action.run();
    return true;
  }

  void tellCleared() {
    unconfirmed.keepingWordOfClear(channel::tellCleared);
  }

  void clear() {
    unconfirmed.keepingClear(this::clearNow);
  }

  private void clearNow() {
    if (store instanceof Clearing.CacheStore cacheStore) {
      faults.call(() -> faults.does(cacheStore::clear));
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

  /** What counts for none is to go, whatever it is by now: it has not the value, and is evicted. */
  boolean removeIf(Object key, Predicate<? super @Nullable V> test) {
    Comparing comparing = capability(Comparing.class, "evict a given value; evict the key");
    String text = keys.text(key);
    if (unconfirmed.holds(key)) {
      remove(key);
      return false;
    }
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

  boolean touch(Object key, Duration life) {
    Expiring expiring = capability(Expiring.class, "change a time to live; put the value again");
    String text = keys.text(key);
    return unconfirmed.of(key) == null
        && unconfirmed.keeping(
            List.of(text), () -> faults.call(() -> faults.ask(() -> expiring.touch(text, life))));
  }

  void requireScan() {
    scanning();
  }

  private Scanning scanning() {
    return capability(Scanning.class, "walk its keys; evict them one by one, or clear the cache");
  }

  void scan(Consumer<Object> key) {
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
}
