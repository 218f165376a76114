package dev.larder;

import dev.larder.internal.config.NearName;
import dev.larder.internal.kryo.KryoCodec;
import dev.larder.spi.Codec;
import dev.larder.spi.Messaging;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Configures a store chain: its tiers, and what its caches live by where they do not say. To be
 * used by one thread at a time.
 */
public final class ChainBuilder {
  private final String name;
  private final LocalTierBuilder localTier = new LocalTierBuilder();
  private boolean local;
  private @Nullable Supplier<Store> store;
  private @Nullable Store given;
  private Codec codec = new KryoCodec();
  private Compression compression = Compression.none();
  private int maxValueSize = Sealer.USUAL_MAX_VALUE_SIZE;
  private CacheSettings defaults = CacheSettings.NONE;
  private TimeBudgets budgets = TimeBudgets.USUAL;
  private @Nullable Messaging channel;
  private @Nullable String channelOf;
  private @Nullable Duration maxStaleness;

  ChainBuilder(String name) {
    this.name = name;
  }

  /** With a local tier. */
  public ChainBuilder local(Consumer<LocalTierBuilder> tier) {
    local = true;
    return localSettings(tier);
  }

  /** Settings of the local tier, if it is to have one. */
  ChainBuilder localSettings(Consumer<LocalTierBuilder> tier) {
    tier.accept(localTier);
    defaults = localTier.settings().orElse(defaults);
    return this;
  }

  /** With a distributed tier. The manager closes the store when it is closed. */
  public ChainBuilder distributed(Store store) {
    given = Objects.requireNonNull(store, "store");
    return distributed(() -> store);
  }

  /** With a distributed tier that is opened with the manager. */
  ChainBuilder distributed(Supplier<Store> opened) {
    this.store = opened;
    return this;
  }

  /** The values' way into the distributed tier; Kryo, if not set. */
  public ChainBuilder codec(Codec codec) {
    this.codec = Objects.requireNonNull(codec, "codec");
    return this;
  }

  /** How values are compressed on their way into the distributed tier; not at all, if not set. */
  public ChainBuilder compression(Compression compression) {
    this.compression = Objects.requireNonNull(compression, "compression");
    return this;
  }

  /**
   * The most bytes of a value in the distributed tier before it is compressed, 8 MiB if not set. A
   * larger one is not kept there; one that is found there is a miss.
   *
   * @throws CacheConfigurationException if it is less than 1
   */
  public ChainBuilder maxValueSize(int bytes) {
    if (bytes < 1) {
      throw new CacheConfigurationException(
          "maxValueSize is a number of bytes, 1 or more, but was " + bytes);
    }
    this.maxValueSize = bytes;
    return this;
  }

  /** Time to live of caches that state none; zero, if not set: no end. */
  public ChainBuilder ttl(Duration ttl) {
    defaults = defaults.withTtl(ttl);
    return this;
  }

  /** Time to live of nulls in caches that state none; zero, if not set: they are not kept. */
  public ChainBuilder nullTtl(Duration nullTtl) {
    defaults = defaults.withNullTtl(nullTtl);
    return this;
  }

  /**
   * The age from which on a hit of caches that state none starts a load in the background, below
   * the time to live; zero, if not set: none does. The loader runs on a thread of the manager's
   * executor, and sees no thread locals of its callers.
   */
  public ChainBuilder refreshAfter(Duration refreshAfter) {
    defaults = defaults.withStale(defaults.stale().withRefreshAfter(refreshAfter));
    return this;
  }

  /**
   * For how long past its time to live a value of caches that state none is served when its loader
   * throws; zero, if not set: not at all. A loader that has failed is not asked again for a second.
   */
  public ChainBuilder staleTtl(Duration staleTtl) {
    defaults = defaults.withStale(defaults.stale().withStaleTtl(staleTtl));
    return this;
  }

  /**
   * For how long a caller waits for a loader while there is a stale value, which it gets then; the
   * load goes on in the background. Zero, if not set: until it ends. It takes effect with {@link
   * #staleTtl}. Such loaders run on a thread of the manager's executor.
   */
  public ChainBuilder loadTimeout(Duration loadTimeout) {
    defaults = defaults.withStale(defaults.stale().withLoadTimeout(loadTimeout));
    return this;
  }

  /**
   * How eagerly hits near the end of an entry load it anew in the background: the beta of Vattani
   * et al., <i>Optimal Probabilistic Cache Stampede Prevention</i> (VLDB 2015), where 1 is the
   * usual; zero, if not set: not at all.
   *
   * @throws CacheValidationException if it is negative, or above 1000
   */
  public ChainBuilder earlyRefresh(double beta) {
    defaults = defaults.withStale(defaults.stale().withEarlyRefresh(beta));
    return this;
  }

  /** The largest share, 0 to 1, by which lives are shortened at random; 0 if not set. */
  public ChainBuilder jitter(double jitter) {
    defaults = defaults.withJitter(jitter);
    return this;
  }

  /**
   * What carries word of writes between processes, for a store that does not, or in place of what
   * does: such as a {@code RedisStore} beside a Memcached. The manager does not close it, unless it
   * is the store of a chain as well.
   */
  public ChainBuilder channel(Messaging channel) {
    this.channel = Objects.requireNonNull(channel, "channel");
    this.channelOf = null;
    return this;
  }

  /** As {@link #channel}, with what carries that of another chain. */
  ChainBuilder channelOf(String chain) {
    this.channelOf = chain;
    this.channel = null;
    return this;
  }

  /**
   * How long a read waits for the distributed tier, and again the fill of what was loaded, before
   * it goes on without; one second if not set. The late answer is of no use to anybody.
   *
   * @throws CacheValidationException if it is zero or negative
   */
  public ChainBuilder readTimeout(Duration timeout) {
    this.budgets = budgets.withRead(timeout);
    return this;
  }

  /**
   * The local tier is served from only while it is known to have followed all writes of other
   * processes up to so short a time ago; else the distributed tier is asked. If not set, entries of
   * the local tier are served as long as they live, and their time to live there is what bounds how
   * long a write may go unnoticed while messages are lost.
   *
   * @throws CacheConfigurationException if it is not above zero
   */
  public ChainBuilder maxStaleness(Duration maxStaleness) {
    if (Objects.requireNonNull(maxStaleness, "maxStaleness").isNegative()
        || maxStaleness.isZero()) {
      throw new CacheConfigurationException(
          "maxStaleness must be above zero, but was "
              + maxStaleness
              + "; where nothing may be outdated at all, leave out the local tier");
    }
    this.maxStaleness = maxStaleness;
    return this;
  }

  /**
   * How long a put, an evict or a clear waits for the distributed tier, and a bulk for each
   * thousand of its keys, before it throws a {@link CacheTimeoutException}; two seconds if not set.
   *
   * @throws CacheValidationException if it is zero or negative
   */
  public ChainBuilder writeTimeout(Duration timeout) {
    this.budgets = budgets.withWrite(timeout);
    return this;
  }

  /** Refuses what cannot be a chain; opens nothing. */
  ChainBuilder requireComplete() {
    if (!local && store == null) {
      throw new CacheConfigurationException(
          "the chain " + name + " has no tier; give it local(...) or distributed(...)");
    }
    if (maxStaleness != null && (!local || store == null)) {
      throw new CacheConfigurationException(
          "the chain "
              + name
              + " has a maxStaleness, but no "
              + (local ? "distributed tier that others could write to" : "local tier to be stale")
              + "; give it one, or leave maxStaleness out");
    }
    if (store == null && (channel != null || channelOf != null)) {
      throw new CacheConfigurationException(
          "the chain "
              + name
              + " has a channel, but no distributed tier that others could write to; leave it out");
    }
    defaults.requireConsistent("the chain " + name);
    return this;
  }

  /** Closes the store that code gave, if it did; that this fails hides nothing. */
  void closeGiven() {
    if (given != null) {
      Chain.close(name, given);
    }
  }

  /**
   * The chain.
   *
   * @param all the chains of the manager, by name
   */
  Chain build(Map<String, ChainBuilder> all, StoreGuards guards) {
    Store opened = store == null ? null : store.get();
    return new Chain(
        name,
        local ? localTier.build() : null,
        opened,
        codec,
        compression,
        maxValueSize,
        channelOver(opened, all, guards),
        defaults,
        budgets,
        opened == null ? null : guards.of(opened, name, budgets));
  }

  private ChannelSettings channelOver(
      @Nullable Store own, Map<String, ChainBuilder> all, StoreGuards guards) {
    Messaging borrowed = channelOf == null ? channel : borrowed(channelOf, all);
    if (maxStaleness != null && borrowed == null && !(own instanceof Messaging)) {
      throw new CacheConfigurationException(
          "the chain "
              + name
              + " has a maxStaleness, but nothing to know it by: its store carries no messages; give"
              + " it the channel of one that does, or a local time to live in place of maxStaleness");
    }
    StoreGuard guard = borrowed == null ? null : guards.of(borrowed, name, budgets);
    return new ChannelSettings(local, borrowed, guard, maxStaleness);
  }

  private Messaging borrowed(String chain, Map<String, ChainBuilder> all) {
    ChainBuilder other = all.get(chain);
    String asked = "larder.chains." + name + ".channel is " + Quoted.text(chain) + ", but ";
    if (other == null) {
      throw new CacheConfigurationException(
          asked
              + "there is no chain of that name; there is "
              + String.join(", ", all.keySet().stream().sorted().toList())
              + NearName.hint(chain, all.keySet(), ""));
    }
    if (other.store != null && other.store.get() instanceof Messaging messaging) {
      return messaging;
    }
    throw new CacheConfigurationException(
        asked + "that chain has no store that carries messages; name one that has, such as Redis");
  }
}
