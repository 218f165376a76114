package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.internal.clock.PreciseClock;
import dev.larder.internal.clock.TickingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
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

  private final Configuration configuration;
  private final Map<String, ChainBuilder> chains = new LinkedHashMap<>();
  private final Map<String, CacheSettings> caches = new LinkedHashMap<>();
  private String keyPrefix = "larder";
  private int version = 1;
  private Duration leaseTime = Duration.ofSeconds(10);
  private @Nullable LongSupplier ticker;
  private @Nullable Executor executor;
  private Duration closeTimeout = Duration.ofSeconds(10);
  private boolean preciseClock;
  private final List<CacheListener> listeners = new ArrayList<>();

  CacheManagerBuilder(Configuration configuration) {
    this.configuration = configuration;
  }

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
   *     localTtl} or {@code nullTtl} above its {@code ttl}; the stores that were given are closed
   *     then
   */
  public CacheManagerBuilder chain(String name, Consumer<ChainBuilder> chain) {
    ChainBuilder builder = new ChainBuilder(Objects.requireNonNull(name, "name"));
    try {
      configuration.seed(name, builder);
      chain.accept(builder);
      builder.requireComplete();
      if (chains.containsKey(name)) {
        throw new CacheConfigurationException("the chain " + name + " is configured twice");
      }
    } catch (Throwable e) {
      builder.closeGiven();
      closeGiven();
      throw e;
    }
    chains.put(name, builder);
    return this;
  }

  /**
   * Closes the stores that code has given, where the manager that was to close them does not come
   * to be: nobody else has them, and their threads may keep the JVM alive.
   */
  private void closeGiven() {
    chains.values().forEach(ChainBuilder::closeGiven);
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
    CacheSettings stated = builder.build();
    stated
        .orElse(configuration.caches().of(Objects.requireNonNull(name, "name")))
        .requireConsistent("the cache " + name);
    if (caches.putIfAbsent(name, stated) != null) {
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

  /**
   * Runs what {@link Cache#async} is asked for, loaders included; up to 32 threads of the manager's
   * own, if not set. The manager does not shut it down. An executor of few threads must not run
   * loaders that wait for other calls on it.
   */
  public CacheManagerBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * How long closing the manager waits for calls of {@link Cache#async} that have not ended, and
   * for stores to close; ten seconds if not set.
   *
   * @throws CacheValidationException if it is negative
   */
  public CacheManagerBuilder closeTimeout(Duration timeout) {
    this.closeTimeout = CacheSettings.requireDuration("closeTimeout", timeout);
    return this;
  }

  /** Who is told what happens, besides those that are found on the class path. */
  public CacheManagerBuilder listener(CacheListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  private Tasks tasks() {
    return executor == null
        ? Tasks.onOwnThreads(closeTimeout)
        : new Tasks(executor, () -> {}, closeTimeout);
  }

  CacheManagerBuilder preciseClock(boolean precise) {
    this.preciseClock = precise;
    return this;
  }

  /** For tests that do not want to wait so long. */
  CacheManagerBuilder leaseTime(Duration leaseTime) {
    this.leaseTime = leaseTime;
    return this;
  }

  /**
   * The manager; to be closed when it is no longer used.
   *
   * @throws CacheConfigurationException if configuration beside this code states what cannot be
   */
  public CacheManager build() {
    try {
      Map<String, ChainBuilder> builders = configuration.chainsBeside(chains.keySet());
      builders.values().forEach(ChainBuilder::requireComplete);
      builders.putAll(chains);
      Map<String, Chain> all = new LinkedHashMap<>();
      Events events = Events.of(listeners);
      StoreGuards guards = new StoreGuards(preciseClock(), events);
      builders.forEach((name, builder) -> all.put(name, builder.build(builders, guards)));
      return open(environment(events), all, configuration.caches().withCode(caches));
    } catch (Throwable e) {
      closeGiven();
      configuration.close();
      throw e;
    }
  }

  private Environment environment(Events events) {
    return new Environment(
        keyPrefix, version, clock(), leaseTime, UUID.randomUUID(), tasks(), events);
  }

  /** A manager that does not come to be, for want of a thread, must not keep the clock in use. */
  static CacheManager open(
      Environment environment, Map<String, Chain> chains, CacheOverrides caches) {
    try {
      return new CacheManager(environment, chains, caches);
    } catch (Throwable e) {
      environment.clock().close();
      throw e;
    }
  }

  private Clock clock() {
    return ticker != null || isClockPrecise() ? preciseClock() : TickingClock.open();
  }

  /** One that need not be closed. */
  private Clock preciseClock() {
    return new PreciseClock(ticker == null ? System::nanoTime : ticker);
  }

  private boolean isClockPrecise() {
    String stated = System.getProperty("larder.clock");
    if (stated == null) {
      return preciseClock;
    }
    if (!stated.equals("precise") && !stated.equals("coarse")) {
      throw new CacheConfigurationException(
          "the system property larder.clock must be coarse or precise, but was "
              + Quoted.text(stated));
    }
    return stated.equals("precise");
  }

  static int requireVersion(int version) {
    if (version < 0) {
      throw new CacheValidationException("version must not be negative, but was " + version);
    }
    return version;
  }
}
