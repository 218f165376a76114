package dev.larder;

import dev.larder.internal.config.Group;
import dev.larder.internal.config.NearName;
import dev.larder.internal.config.Settings;
import dev.larder.spi.Codec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A chain as configuration states it. */
final class StatedChain {
  private static final String LOCAL = "local";

  private final Group group;
  private final Settings settings;
  private final StatedServices services;
  private final List<String> tiers;
  private final Optional<StatedStore> store;

  /**
   * @param group its settings
   * @param implied its tiers where none are stated; may be empty
   * @param services what it may name
   */
  StatedChain(String name, Group group, List<String> implied, StatedServices services) {
    this.group = group;
    this.settings = group.settings();
    this.services = services;
    this.tiers = tiers(implied);
    this.store =
        tiers.stream()
            .filter(tier -> !tier.equals(LOCAL))
            .findFirst()
            .map(tier -> services.store(name, tier));
  }

  /** The tiers that it has; empty where that is said nowhere. */
  List<String> tiers() {
    return tiers;
  }

  private List<String> tiers(List<String> implied) {
    String key = group.key("tiers");
    if (!settings.states(key)) {
      return implied;
    }
    List<String> stated = settings.list(key);
    stated.forEach(tier -> requireTier(key, tier));
    boolean twice = new HashSet<>(stated).size() < stated.size();
    if (stated.isEmpty() || twice || stated.size() > 2 || stated.lastIndexOf(LOCAL) > 0) {
      throw settings.expected(key, "local, or a store, or local and a store in this order");
    }
    return stated;
  }

  private void requireTier(String key, String tier) {
    List<String> known = new ArrayList<>(List.of(LOCAL));
    known.addAll(services.stores().byName().keySet());
    if (!known.contains(tier)) {
      String otherwise = "; a store comes with an artifact of its own, such as cache-redis";
      throw settings.refused(
          key,
          "there is no tier "
              + tier
              + " but "
              + String.join(", ", known)
              + services.stores().unusable()
              + NearName.hint(tier, known, otherwise));
    }
  }

  /** Gives a builder what is stated. */
  void seed(ChainBuilder builder) {
    builder.localSettings(this::seedLocal);
    if (tiers.contains(LOCAL)) {
      builder.local(local -> {});
    }
    store.ifPresent(stated -> builder.distributed(stated::open));
    codec().ifPresent(builder::codec);
    compression().ifPresent(builder::compression);
    settings
        .size(group.key("max-value-size"), 1, Integer.MAX_VALUE)
        .ifPresent(bytes -> builder.maxValueSize(bytes.intValue()));
    settings.text(group.key("channel")).ifPresent(builder::channelOf);
    String maxStaleness = group.key("max-staleness");
    settings
        .duration(maxStaleness)
        .ifPresent(each -> refusing(maxStaleness, () -> builder.maxStaleness(each)));
    settings.duration(group.key("ttl")).ifPresent(builder::ttl);
    settings.duration(group.key("null-ttl")).ifPresent(builder::nullTtl);
    settings.share(group.key("jitter")).ifPresent(builder::jitter);
    settings.positiveDuration(group.key("read-timeout")).ifPresent(builder::readTimeout);
    settings.positiveDuration(group.key("write-timeout")).ifPresent(builder::writeTimeout);
    settings.duration(group.key("refresh-after")).ifPresent(builder::refreshAfter);
    settings.duration(group.key("stale-ttl")).ifPresent(builder::staleTtl);
    settings.duration(group.key("load-timeout")).ifPresent(builder::loadTimeout);
    settings.factor(group.key("early-refresh"), 1_000).ifPresent(builder::earlyRefresh);
  }

  private void seedLocal(LocalTierBuilder local) {
    settings
        .number(group.key("local.maximum-size"), 1, Long.MAX_VALUE)
        .ifPresent(local::maximumSize);
    settings.duration(group.key("local.ttl")).ifPresent(local::ttl);
  }

  private Optional<Codec> codec() {
    String key = group.key("codec");
    return settings
        .text(key)
        .map(
            name ->
                services
                    .codecs()
                    .find(name)
                    .orElseThrow(() -> settings.refused(key, services.codecs().missing(name))));
  }

  /** Threshold and level may stand there for a compression that is turned off just now. */
  private Optional<Compression> compression() {
    Optional<Long> threshold =
        settings.size(group.key("compression.threshold"), 0, Integer.MAX_VALUE);
    Optional<Long> level = settings.number(group.key("compression.level"), 0, Integer.MAX_VALUE);
    String key = group.key("compression");
    return settings
        .text(key)
        .map(name -> refusing(key, () -> Compression.named(name)))
        .map(each -> threshold.isEmpty() ? each : each.above(threshold.get().intValue()))
        .map(each -> level.isEmpty() || each.isNone() ? each : leveled(each, level.get()));
  }

  private Compression leveled(Compression compression, Long level) {
    return refusing(group.key("compression.level"), () -> compression.level(level.intValue()));
  }

  private <T> T refusing(String key, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (CacheConfigurationException e) {
      throw settings.refused(key, String.valueOf(e.getMessage()));
    }
  }
}
