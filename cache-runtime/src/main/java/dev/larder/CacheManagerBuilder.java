package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.internal.clock.PreciseClock;
import dev.larder.internal.clock.TickingClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Configures a {@link CacheManager}. With nothing configured there is one chain, {@code default},
 * with a bounded local tier. To be used by one thread at a time, as the builders that it hands out.
 */
public final class CacheManagerBuilder {
  /** The chain that {@code using} means where it is left out. */
  static final String DEFAULT_CHAIN = "default";

  private final Map<String, Chain> chains = new LinkedHashMap<>();
  private final Map<String, CacheSettings> caches = new LinkedHashMap<>();
  private String keyPrefix = "larder";
  private int version = 1;
  private Duration leaseTime = Duration.ofSeconds(10);
  private @Nullable LongSupplier ticker;

  CacheManagerBuilder() {}

  /**
   * How every key text begins, so that applications can share a store; {@code larder} if not set.
   */
  public CacheManagerBuilder keyPrefix(String keyPrefix) {
    this.keyPrefix = Objects.requireNonNull(keyPrefix, "keyPrefix");
    return this;
  }

  /**
   * The version in every key text, 1 if not set: another one is another set of entries.
   *
   * @throws CacheValidationException if it is negative
   */
  public CacheManagerBuilder version(int version) {
    this.version = requireVersion(version);
    return this;
  }

  /**
   * A store chain, under the name that {@code using} gives it.
   *
   * @throws CacheConfigurationException if it is configured twice, lacks a part, or has a {@code
   *     localTtl} or {@code nullTtl} above its {@code ttl}
   */
  public CacheManagerBuilder chain(String name, Consumer<ChainBuilder> chain) {
    ChainBuilder builder = new ChainBuilder(Objects.requireNonNull(name, "name"));
    chain.accept(builder);
    if (chains.putIfAbsent(name, builder.build()) != null) {
      throw new CacheConfigurationException("the chain " + name + " is configured twice");
    }
    return this;
  }

  /**
   * Settings of one cache, by its name, over those of its annotations.
   *
   * @throws CacheConfigurationException if it is configured twice, or has a {@code localTtl} or
   *     {@code nullTtl} above its {@code ttl}
   */
  public CacheManagerBuilder cache(String name, Consumer<CacheSettingsBuilder> settings) {
    CacheSettingsBuilder builder = new CacheSettingsBuilder();
    settings.accept(builder);
    CacheSettings stated = builder.build().requireConsistent("the cache " + name);
    if (caches.putIfAbsent(Objects.requireNonNull(name, "name"), stated) != null) {
      throw new CacheConfigurationException("the cache " + name + " is configured twice");
    }
    return this;
  }

  /**
   * The time that local tiers live by, in nanoseconds of any origin, such as a test's own; {@link
   * System#nanoTime} if not set.
   */
  public CacheManagerBuilder ticker(LongSupplier nanos) {
    this.ticker = Objects.requireNonNull(nanos, "nanos");
    return this;
  }

  /** For tests that do not want to wait so long. */
  CacheManagerBuilder leaseTime(Duration leaseTime) {
    this.leaseTime = leaseTime;
    return this;
  }

  /** The manager; to be closed when it is no longer used. */
  public CacheManager build() {
    Map<String, Chain> all = new LinkedHashMap<>(chains);
    all.computeIfAbsent(DEFAULT_CHAIN, name -> new ChainBuilder(name).local(local -> {}).build());
    return open(
        new Environment(keyPrefix, version, clock(), leaseTime, UUID.randomUUID()), all, caches);
  }

  /** A manager that does not come to be, for want of a thread, must not keep the clock in use. */
  static CacheManager open(
      Environment environment, Map<String, Chain> chains, Map<String, CacheSettings> caches) {
    try {
      return new CacheManager(environment, chains, caches);
    } catch (Throwable e) {
      environment.clock().close();
      throw e;
    }
  }

  private Clock clock() {
    if (ticker != null) {
      return new PreciseClock(ticker);
    }
    return "precise".equals(System.getProperty("larder.clock"))
        ? new PreciseClock(System::nanoTime)
        : TickingClock.open();
  }

  static int requireVersion(int version) {
    if (version < 0) {
      throw new CacheValidationException("version must not be negative, but was " + version);
    }
    return version;
  }
}
