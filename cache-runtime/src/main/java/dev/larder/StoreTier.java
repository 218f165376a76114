package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.spi.Clearing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing.Lease;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
  private final Duration readTimeout;
  private final StoreFaults readFaults;
  private final Clock clock;
  private final StoreReads<V> reads;
  private final StoreWrites<V> writes;
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
    StoreFaults faults = new StoreFaults(guard, counters, budgets.write());
    this.readTimeout = budgets.read();
    this.readFaults = new StoreFaults(guard, counters, readTimeout);
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
    this.clock = environment.clock();
    this.reads =
        new StoreReads<>(
            this.store, keys, sealers, counters, environment.leaseTime(), readFaults, clock);
    this.writes =
        new StoreWrites<>(
            this.store,
            keys,
            sealers,
            counters,
            faults,
            reads,
            channel,
            delivery -> guard.kept(chain, keys, delivery, settings.guardOr(guard)));
    this.unconfirmed = writes.unconfirmed();
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
  public Duration readTimeout() {
    return readTimeout;
  }

  @Override
  public Reading<V> read(Object key) {
    CacheException fault = unconfirmed.of(key);
    return fault == null ? reads.read(key) : new Reading.Unavailable<>(fault);
  }

  @Override
  public Map<Object, Reading<V>> readAll(Collection<Object> keys) {
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
    return fault == null ? reads.readOrLease(key) : new Reading.Unavailable<>(fault);
  }

  @Override
  public Reading<V> tryLease(Object key) {
    CacheException fault = unconfirmed.of(key);
    return fault == null ? reads.tryLease(key) : new Reading.Unavailable<>(fault);
  }

  @Override
  public boolean tellsLives() {
    return store instanceof Expiring;
  }

  @Override
  public Reading<V> lease(Object key) {
    CacheException fault = unconfirmed.of(key);
    return fault == null ? reads.lease(key) : new Reading.Unavailable<>(fault);
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
      readFaults.does(() -> silent.put(text, bytes, life), () -> unconfirmed.keep(List.of(text)));
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
    readFaults.answer(() -> readFaults.does(lease::release), fault -> false);
  }

  @Override
  public void put(Object key, @Nullable V value, Duration life) {
    writes.put(key, value, life);
  }

  @Override
  public void putAll(Map<Object, Valued<V>> puts) {
    writes.putAll(puts);
  }

  @Override
  public boolean remove(Object key) {
    return writes.remove(key);
  }

  @Override
  public long removeAll(Collection<Object> keys) {
    return writes.removeAll(keys);
  }

  @Override
  public void discard(Object key) {
    writes.discard(key);
  }

  @Override
  public void clear() {
    writes.clear();
  }

  @Override
  public boolean removeIf(Object key, Predicate<? super @Nullable V> test) {
    return writes.removeIf(key, test);
  }

  @Override
  public boolean touch(Object key, Duration life) {
    return writes.touch(key, life);
  }

  @Override
  public boolean isOutdated(Object key) {
    return unconfirmed.holds(key);
  }

  @Override
  public void requireScan() {
    writes.requireScan();
  }

  @Override
  public void scan(Consumer<Object> key) {
    writes.scan(key);
  }

  @Override
  public void tellWritten(Collection<Object> keys) {
    writes.tellWritten(texts(keys));
  }

  @Override
  public void tellEvicted(Collection<Object> keys) {
    writes.tellEvicted(texts(keys));
  }

  private List<String> texts(Collection<Object> keys) {
    return keys.stream().map(this.keys::text).toList();
  }

  @Override
  public void keepEvict(Object key) {
    unconfirmed.keep(List.of(keys.text(key)));
  }

  @Override
  public void tellMatched(String pattern) {
    writes.tellMatched(pattern);
  }

  @Override
  public void tellCleared() {
    writes.tellCleared();
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
