package dev.larder;

import dev.larder.internal.config.Sources;
import dev.larder.spi.Deadline;
import dev.larder.spi.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Opens caches over the store chains that it was configured with, and holds what they share. Safe
 * for use by several threads at once; one for an application is enough.
 */
public final class CacheManager implements AutoCloseable {
  /** What closes at all does so within it, also where the time was spent on waiting for calls. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Environment environment;
  private final Map<String, Chain> chains;
  private final OpenCaches caches;
  private final Sweeper sweeper;
  private final OpenCounters counters;
  private final Map<Cache<Object, Object>, Cache<Object, Object>> checked =
      new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  CacheManager(Environment environment, Map<String, Chain> chains, CacheOverrides overrides) {
    this.environment = environment;
    this.chains = Map.copyOf(chains);
    this.caches = new OpenCaches(environment, chains, overrides);
    this.counters = new OpenCounters(environment, this.chains);
    this.sweeper = new Sweeper(this::sweep);
  }

  /** Configures a manager by code alone. */
  public static CacheManagerBuilder builder() {
    return new CacheManagerBuilder(Configuration.none());
  }

  /**
   * Configures a manager by code over what configuration states, setting by setting: the
   * environment, and below it {@code larder.properties} and {@code larder.yaml}, of the working
   * directory and below that of the class path; or the one file that the system property {@code
   * larder.config} or the variable {@code LARDER_CONFIG} names.
   *
   * @throws CacheConfigurationException if something is stated that cannot be; it names the key and
   *     where it stands
   */
  public static CacheManagerBuilder configured() {
    return configured(Sources.ofProcess());
  }

  /**
   * As {@link #configured()}, with this file in place of all others.
   *
   * @param file ends in {@code .properties}, {@code .yaml} or {@code .yml}
   */
  public static CacheManagerBuilder configured(Path file) {
    return configured(Sources.ofProcess().withFile(Objects.requireNonNull(file, "file")));
  }

  static CacheManagerBuilder configured(Sources sources) {
    Configuration configuration = Configuration.of(sources);
    return configuration.seed(new CacheManagerBuilder(configuration));
  }

  /**
   * The manager that configuration states, as {@link #configured()} says; with none at all there is
   * one chain, {@code default}, with a bounded local tier.
   *
   * @throws CacheConfigurationException if something is stated that cannot be; it names the key and
   *     where it stands
   */
  public static CacheManager load() {
    return configured().build();
  }

  /**
   * The cache of a specification; the same one each time.
   *
   * @throws CacheConfigurationException if there is no such chain, or the cache is open with
   *     another key shape, value type or settings, or in another chain
   * @throws IllegalStateException if this manager is closed
   */
  public <K, V> Cache<K, V> cache(CacheSpec<K, V> spec) {
    return caches.open(spec, 0);
  }

  /**
   * A cache that is open, the outermost if stacked ones are. Every method of it that takes a key
   * throws a {@link CacheValidationException} for one that is not of the cache's shape.
   *
   * @throws CacheConfigurationException if none of that name is open
   */
  public Cache<Object, Object> cache(String name) {
    Cache<Object, Object> cache = caches.find(Objects.requireNonNull(name, "name"));
    if (cache == null) {
      throw new CacheConfigurationException(
          "no cache named "
              + name
              + " is open; open are "
              + caches.all().stream().map(Cache::name).distinct().sorted().toList());
    }
    return checked.computeIfAbsent(
        cache,
        unchecked -> new CheckedCache<>(unchecked, environment.tasks(), environment.clock()));
  }

  /**
   * Writes to the caches of a name, whatever their chains: those that are open when it is used,
   * innermost first. While none is, other processes may have it: evicts then go to the stores of
   * all chains, and so do puts, as evicts, whose answer is {@link WriteResult.Failed}.
   *
   * @throws CacheConfigurationException if a cache of the name is open with another key shape or
   *     value type
   */
  public <K, V> FailSafeCache<K, V> named(
      String name, KeyShape<K> keyShape, ValueType<V> valueType) {
    return new NamedWrites<>(
        caches, CacheSpec.of(CacheManagerBuilder.DEFAULT_CHAIN, name, keyShape, valueType));
  }

  /** As {@link #named(String, KeyShape, ValueType)}, for evicting: the values are not known. */
  public <K> FailSafeCache<K, Object> named(String name, KeyShape<K> keyShape) {
    return new NamedWrites<>(
        caches, CacheSpec.of(CacheManagerBuilder.DEFAULT_CHAIN, name, keyShape));
  }

  /**
   * As {@link #named(String, KeyShape, ValueType)}, for clearing: neither keys nor values are
   * known.
   */
  public FailSafeCache<Object, Object> named(String name) {
    return new NamedWrites<>(caches, CacheSpec.of(CacheManagerBuilder.DEFAULT_CHAIN, name));
  }

  /**
   * The generated decorator of a type around a delegate.
   *
   * @throws CacheConfigurationException if no decorator of the type was generated, or it takes more
   *     than a delegate
   */
  public <T> T decorate(Class<T> type, T delegate) {
    return new DecoratorFactories(type.getClassLoader()).of(type).decorate(this, delegate);
  }

  /**
   * The counters of each open cache, by its name; for stacked caches, {@code chain/name}; for a
   * version of a cache, {@code name~version}.
   */
  public Map<String, CacheStats> stats() {
    return caches.stats();
  }

  /**
   * Asks the store of each chain that has one for a sign of life, one after the other, and waits
   * for its answer.
   */
  public List<StoreHealth> health() {
    return chains.values().stream().map(Chain::health).filter(Objects::nonNull).toList();
  }

  /**
   * Counters of the default chain.
   *
   * @throws CacheConfigurationException if its store cannot count
   */
  public Counters counters(String name) {
    return counters(CacheManagerBuilder.DEFAULT_CHAIN, name);
  }

  /**
   * Counters by their name, shared by all processes that share the chain's store; of a chain
   * without a store, this manager's own.
   *
   * @throws CacheConfigurationException if there is no such chain, or its store cannot count
   */
  public Counters counters(String chain, String name) {
    return counters.of(chain, name);
  }

  /** Removes the entries of local tiers whose time is over; done by itself every ten seconds. */
  void sweep() {
    caches.sweep();
    counters.sweep();
  }

  /**
   * Waits for the calls of asynchronous caches, as long as the {@linkplain
   * CacheManagerBuilder#closeTimeout time-out} says, gives the stores the evicts that are kept for
   * them in what is left of that time, and then closes the caches and the stores of all chains. One
   * that does not end until the time is over, or at least within a second, is left alone. What uses
   * a cache afterwards finds it empty and keeps nothing, so that decorated methods go on by their
   * own code. A second call does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      long end = System.nanoTime() + environment.tasks().closeTimeout().toNanos();
      sweeper.close();
      environment.tasks().close();
      environment.leases().close();
      environment.looks().close();
      caches.close();
      Deadline.within(leftUntil(end), this::settle);
      closeStores(end);
      environment.clock().close();
    }
  }

  private static Duration leftUntil(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** After the subscriptions of their caches, unless these hang. */
  private void closeStores(long end) {
    Closings closings = environment.closings();
    closings.await(MOMENT);
    Set<@Nullable Store> stores = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Chain chain : chains.values()) {
      if (stores.add(chain.store())) {
        chain.close(closings);
      }
    }
    Duration left = leftUntil(end);
    closings.await(left.compareTo(MOMENT) < 0 ? MOMENT : left);
    closings.tellOpen();
  }

  /** What stores have yet to confirm is delivered, if they answer in the time that is left. */
  private boolean settle() {
    chains.values().forEach(Chain::settle);
    // What a store has confirmed at last, the store of another chain may have to tell.
    chains.values().forEach(Chain::settle);
    chains.values().forEach(Chain::tellUndelivered);
    return true;
  }
}
