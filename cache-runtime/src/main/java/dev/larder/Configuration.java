package dev.larder;

import dev.larder.internal.config.Group;
import dev.larder.internal.config.Loaded;
import dev.larder.internal.config.NearName;
import dev.larder.internal.config.RefusedSetting;
import dev.larder.internal.config.Settings;
import dev.larder.internal.config.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What files and the environment state of a manager, for code to go on from. */
final class Configuration {
  private static final Logger LOGGER = LoggerFactory.getLogger(Configuration.class);
  private static final String DEFAULT = CacheManagerBuilder.DEFAULT_CHAIN;

  private final StatedServices services;
  private final Loaded loaded;
  private final Settings settings;
  private final CacheOverrides caches;

  private Configuration(StatedServices services) {
    this.services = services;
    this.loaded = services.loaded();
    this.settings = loaded.settings();
    this.caches =
        new CacheOverrides(
            Map.of(),
            caches(loaded.caches(), loaded::cache),
            caches(loaded.relaxedCaches(), loaded::relaxedCache));
  }

  /** Nothing is stated. */
  static Configuration none() {
    return new Configuration(StatedServices.none());
  }

  /**
   * What the sources state.
   *
   * @throws CacheConfigurationException if a key or a value cannot be
   */
  static Configuration of(Sources sources) {
    Configuration configuration = refusing(() -> new Configuration(StatedServices.of(sources)));
    LOGGER.info("configured by {}", configuration.settings.origins());
    return configuration;
  }

  private static <T> T refusing(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (RefusedSetting e) {
      throw new CacheConfigurationException(e.told());
    }
  }

  private Map<String, CacheSettings> caches(Set<String> names, Function<String, Group> group) {
    Map<String, CacheSettings> stated = new LinkedHashMap<>();
    names.forEach(
        name -> stated.put(name, cache(group.apply(name)).requireConsistent("the cache " + name)));
    return stated;
  }

  private CacheSettings cache(Group group) {
    CacheSettingsBuilder builder = new CacheSettingsBuilder();
    settings.duration(group.key("ttl")).ifPresent(builder::ttl);
    settings.duration(group.key("local-ttl")).ifPresent(builder::localTtl);
    settings.duration(group.key("null-ttl")).ifPresent(builder::nullTtl);
    settings.share(group.key("jitter")).ifPresent(builder::jitter);
    settings
        .number(group.key("version"), 0, Integer.MAX_VALUE)
        .ifPresent(version -> builder.version(version.intValue()));
    settings.flag(group.key("enabled")).ifPresent(builder::enabled);
    settings.flag(group.key("leases")).ifPresent(builder::leases);
    settings.duration(group.key("refresh-after")).ifPresent(builder::refreshAfter);
    settings.duration(group.key("stale-ttl")).ifPresent(builder::staleTtl);
    settings.duration(group.key("load-timeout")).ifPresent(builder::loadTimeout);
    settings.factor(group.key("early-refresh"), 1_000).ifPresent(builder::earlyRefresh);
    return builder.build();
  }

  /** Gives a builder what is stated of no single chain or cache. */
  CacheManagerBuilder seed(CacheManagerBuilder builder) {
    return refusing(
        () -> {
          settings.text("larder.key-prefix").ifPresent(builder::keyPrefix);
          settings
              .number("larder.version", 0, Integer.MAX_VALUE)
              .ifPresent(version -> builder.version(version.intValue()));
          settings
              .choice("larder.clock", List.of("coarse", "precise"))
              .ifPresent(clock -> builder.preciseClock(clock.equals("precise")));
          return builder;
        });
  }

  /** Gives the builder of a chain that code configures what is stated of it. */
  void seed(String name, ChainBuilder builder) {
    refusing(
        () -> {
          new StatedChain(name, loaded.chain(name), List.of(), services).seed(builder);
          return builder;
        });
  }

  /** What is stated of single caches. */
  CacheOverrides caches() {
    return caches;
  }

  /** The chains that there are besides those that code configures. */
  Map<String, ChainBuilder> chainsBeside(Set<String> configured) {
    Set<String> names = new TreeSet<>(loaded.chains());
    names.addAll(loaded.fromVariables().keySet());
    names.add(DEFAULT);
    names.removeAll(configured);
    return refusing(
        () -> {
          Map<String, ChainBuilder> builders = new LinkedHashMap<>();
          names.forEach(name -> builders.put(name, builder(name)));
          return builders;
        });
  }

  private ChainBuilder builder(String name) {
    StatedChain chain = name.equals(DEFAULT) ? defaultChain() : chain(name);
    if (chain.tiers().isEmpty()) {
      throw withoutTiers(name);
    }
    ChainBuilder builder = new ChainBuilder(name);
    chain.seed(builder);
    return builder;
  }

  private StatedChain chain(String name) {
    List<String> implied =
        loaded.fromVariables().containsKey(name) ? List.of("local", name) : List.of();
    return new StatedChain(name, loaded.chain(name), implied, services);
  }

  /** Where its tiers are not stated, it is as the chain that the environment defines. */
  private StatedChain defaultChain() {
    SortedMap<String, String> others = loaded.fromVariables();
    Group own = loaded.chain(DEFAULT);
    if (settings.states(own.key("tiers")) || others.isEmpty()) {
      return new StatedChain(DEFAULT, own, List.of("local"), services);
    }
    if (others.size() > 1) {
      throw new RefusedSetting(
          "the variables "
              + String.join(" and ", others.values())
              + " are set, so that the chain default could be as "
              + String.join(" or ", others.keySet())
              + "; state larder.chains.default.tiers");
    }
    String other = others.firstKey();
    return new StatedChain(
        DEFAULT, own.orElse(loaded.chain(other)), chain(other).tiers(), services);
  }

  private RefusedSetting withoutTiers(String name) {
    Set<String> others = new TreeSet<>(loaded.chains());
    others.add(DEFAULT);
    others.addAll(services.stores().byName().keySet());
    others.remove(name);
    Group group = loaded.chain(name);
    return new RefusedSetting(
        "unknown chain in "
            + group.stated().map(settings::place).orElse(name)
            + ": "
            + group.key("tiers")
            + " is not stated"
            + services.stores().unusable()
            + NearName.hint(name, others, "; state it, such as local or local,redis"));
  }

  /** Closes the stores that were opened, where the manager does not come to be. */
  void close() {
    services.close();
  }
}
