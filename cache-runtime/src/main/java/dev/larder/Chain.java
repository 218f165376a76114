package dev.larder;

import dev.larder.internal.load.Fence;
import dev.larder.spi.Codec;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store chain, as it was configured.
 *
 * @param name what {@code using} calls it
 * @param local the local tier of each of its caches; null: none
 * @param store the distributed tier; null: none
 * @param codec the values' way into the store
 * @param compression of what the codec writes
 * @param maxValueSize the most bytes that it may write for a value
 * @param channel how its caches hear of other processes' writes
 * @param defaults what holds where neither a cache's configuration nor its annotations state it
 * @param budgets how long callers wait for the store
 * @param guard stands before the store; null where there is none
 */
record Chain(
    String name,
    @Nullable LocalSettings local,
    @Nullable Store store,
    Codec codec,
    Compression compression,
    int maxValueSize,
    ChannelSettings channel,
    CacheSettings defaults,
    TimeBudgets budgets,
    @Nullable StoreGuard guard) {
  private static final Logger LOGGER = LoggerFactory.getLogger(Chain.class);

  /**
   * How a chain's local tier is to be.
   *
   * @param maximumSize the most entries of each cache
   */
  record LocalSettings(long maximumSize) {}

  /** New tiers for a cache of this chain. */
  <V> Tiers<V> tiers(
      KeySpace keys,
      Supplier<Sealer<V>> sealer,
      Supplier<Lifetimes> lifetimes,
      Environment environment) {
    StatsCounters counters = new StatsCounters();
    LocalTier<V> localTier =
        local == null
            ? new NoLocalTier<>()
            : new CaffeineTier<>(local.maximumSize(), environment.clock(), counters);
    if (store == null || guard == null) {
      return new Tiers<>(
          Fence.ofMany(),
          localTier,
          new NoDistributedTier<>(),
          counters,
          lifetimes,
          keys,
          environment);
    }
    StoreTier<V> storeTier =
        new StoreTier<>(store, name, guard, budgets, keys, sealer, counters, environment, channel);
    return bounded(
        new Tiers<>(Fence.ofMany(), localTier, storeTier, counters, lifetimes, keys, environment));
  }

  private <V> Tiers<V> bounded(Tiers<V> tiers) {
    if (channel.maxStaleness() != null) {
      tiers.bound(channel.maxStaleness());
    }
    return tiers;
  }

  /**
   * Says so where caches with a local tier do not hear of other processes' writes; to be called
   * when the first one is opened.
   *
   * @param localLife how long that one's entries are served at the most; zero: no end
   */
  void tellUnheard(Duration localLife) {
    if (local != null && store != null && !channel.hears(store)) {
      LOGGER.warn(
          "nothing carries word of other processes' writes to the local tiers of the chain {}:"
              + " outdated entries are served {}; give it a channel, or a local time to live that"
              + " is short enough",
          name,
          localLife.isZero() ? "without an end, as none is set" : "for up to " + localLife);
    }
  }

  /** Asks the store for a sign of life, as long as a read may wait; null if there is no store. */
  @Nullable StoreHealth health() {
    if (store == null || guard == null) {
      return null;
    }
    long start = System.nanoTime();
    CacheException error = new StoreFaults(guard, new StatsCounters(), budgets.read()).ofPing();
    Duration responseTime = Duration.ofNanos(System.nanoTime() - start);
    return new StoreHealth(name, store.name(), error == null, responseTime, error);
  }

  /** Tries once more to deliver what is kept for the store, and for what carries the messages. */
  void settle() {
    guards().forEach(StoreGuard::close);
  }

  /** Says what could not be delivered. */
  void tellUndelivered() {
    guards().forEach(StoreGuard::tellUndelivered);
  }

  private Stream<StoreGuard> guards() {
    return Stream.of(guard, channel.guard()).flatMap(Stream::ofNullable);
  }

  /** Begins to close the store; that this fails or hangs must not keep anything else open. */
  void close(Closings closings) {
    if (store != null) {
      closings.begin("the store of the chain " + name, () -> close(name, store));
    }
  }

  /** Closes the store of a chain; that this fails is logged. */
  static void close(String chain, Store store) {
    try {
      store.close();
    } catch (Throwable e) {
      StoreFaults.passOnFatal(e);
      LOGGER.warn("the store of the chain {} could not be closed", chain, e);
    }
  }

  /**
   * Values of a type to bytes and back.
   *
   * @throws CacheConfigurationException if the codec cannot carry such values
   */
  <V> Sealer<V> sealer(ValueType<V> type) {
    return new Sealer<>(type, codec, compression, maxValueSize);
  }
}
