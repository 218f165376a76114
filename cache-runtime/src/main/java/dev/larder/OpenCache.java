package dev.larder;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A cache that a manager holds open: what its openers stated of it, and its tiers.
 *
 * @param <V> the values
 */
final class OpenCache<V> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Chain chain;
  private final CacheSettings override;
  private final KeySpace keys;
  private final Tiers<V> tiers;
  private final Tasks tasks;
  private volatile Definition definition;
  private volatile Lifetimes lifetimes;
  private volatile @Nullable Sealer<V> sealer;

  OpenCache(Definition definition, Chain chain, CacheSettings override, Environment environment) {
    this.definition = definition;
    this.chain = chain;
    this.tasks = environment.tasks();
    this.override = override;
    this.lifetimes = resolve(definition);
    this.keys =
        new KeySpace(
            environment.keyPrefix(), environment.version(), ownVersion(), this::definition);
    this.tiers = chain.tiers(keys, this::sealer, () -> lifetimes, environment);
    copyIfAsked(definition);
  }

  /** The version that the cache is configured with; 0: none. */
  int ownVersion() {
    return override.version() == null ? 0 : override.version();
  }

  /** As a user's cache. */
  <K> Cache<K, V> asCache(IntFunction<Cache<K, V>> versions) {
    Cache<K, V> cache = new TieredCache<>(this, versions);
    return Boolean.FALSE.equals(override.enabled())
        ? new DisabledCache<>(cache, tiers.counters, tasks, tiers.clock)
        : cache;
  }

  /**
   * Takes up what another opener states.
   *
   * @throws CacheConfigurationException if it differs from what is known
   */
  void merge(CacheSpec<?, ?> spec) {
    lock.lock();
    try {
      Definition known = definition;
      Definition merged = known.merge(spec);
      if (!asksForCopies(known)) {
        copyIfAsked(merged);
      }
      definition = merged;
      live(resolve(merged));
    } finally {
      lock.unlock();
    }
  }

  /** Asked for as soon as the type of the values is known too. */
  @SuppressWarnings("unchecked") // a cache's value type is that of its values
  private void copyIfAsked(Definition known) {
    if (asksForCopies(known)) {
      tiers.copy(new Copies<>((ValueType<V>) known.requireValueType()));
    }
  }

  private static boolean asksForCopies(Definition known) {
    ValueType<?> type = known.valueType();
    return known.localCopy() && type != null && !type.isImmutable();
  }

  /** What was put before its life was known must not live on here by none (I7). */
  private void live(Lifetimes changed) {
    if (!changed.equals(lifetimes)) {
      lifetimes = changed;
      tiers.clearLocal();
    }
  }

  /**
   * Sees to it that the chain's store can keep the values, if their type is known by now.
   *
   * @throws CacheConfigurationException if its codec cannot carry them
   */
  void requireStorable() {
    if (chain.store() != null && definition.valueType() != null) {
      sealer();
    }
  }

  /** Begins to hear what other processes write, if it has not begun yet. */
  void listen() {
    tiers.listen();
  }

  /** Specific first: the configuration for this cache, its annotations, its chain. */
  private Lifetimes resolve(Definition known) {
    return Lifetimes.of(override.orElse(known.stated()).orElse(chain.defaults()));
  }

  /** How long its entries are served from the local tier at the most; zero: no end. */
  Duration localLife() {
    return Lifetimes.shorter(lifetimes.localTtl(), lifetimes.ttl());
  }

  Definition definition() {
    return definition;
  }

  Tiers<V> tiers() {
    return tiers;
  }

  Tasks tasks() {
    return tasks;
  }

  KeySpace keys() {
    return keys;
  }

  private Sealer<V> sealer() {
    Sealer<V> made = sealer;
    if (made == null) {
      made = chain.sealer(valueType());
      sealer = made;
    }
    return made;
  }

  @SuppressWarnings("unchecked") // a cache's value type is that of its values
  private ValueType<V> valueType() {
    return (ValueType<V>) definition.requireValueType();
  }
}
