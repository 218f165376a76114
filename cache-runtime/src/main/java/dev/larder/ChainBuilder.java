package dev.larder;

import dev.larder.internal.kryo.KryoCodec;
import dev.larder.spi.Codec;
import dev.larder.spi.Store;
import java.time.Duration;
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

  /** The largest share, 0 to 1, by which lives are shortened at random; 0 if not set. */
  public ChainBuilder jitter(double jitter) {
    defaults = defaults.withJitter(jitter);
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
    defaults.requireConsistent("the chain " + name);
    return this;
  }

  /** Closes the store that code gave, if it did; that this fails hides nothing. */
  void closeGiven() {
    if (given != null) {
      Chain.close(name, given);
    }
  }

  Chain build(StoreGuards guards) {
    Store opened = store == null ? null : store.get();
    return new Chain(
        name,
        local ? localTier.build() : null,
        opened,
        codec,
        compression,
        maxValueSize,
        new ChannelSettings(local, null, null),
        defaults,
        budgets,
        opened == null ? null : guards.of(opened, name, budgets));
  }
}
