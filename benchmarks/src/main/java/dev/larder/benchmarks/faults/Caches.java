package dev.larder.benchmarks.faults;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.CacheStats;
import dev.larder.ChainBuilder;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.spi.Messaging;
import dev.larder.spi.Store;
import dev.larder.testkit.TextCodec;
import java.time.Duration;

/**
 * One process's caches over one store: each asks the store at every read, or has a local tier.
 *
 * @param manager of both
 * @param alone without a local tier
 * @param near behind a local tier
 * @param bound how outdated what {@code near} gives may be
 */
record Caches(CacheManager manager, Cache<Long, Long> alone, Cache<Long, Long> near, Duration bound)
    implements AutoCloseable {
  /** How outdated a local entry may be, where messages bound it. */
  static final Duration MAX_STALENESS = Duration.ofMillis(500);

  /** The same where there are none; kept by the precise clock, as it is less than a second. */
  static final Duration LOCAL_TTL = Duration.ofMillis(900);

  private static final Duration TTL = Duration.ofMinutes(1);
  private static final ValueType<Long> VERSIONS = ValueType.of("java.lang.Long", 1, true);

  static Caches over(Store store) {
    boolean messages = store instanceof Messaging;
    CacheManager manager =
        CacheManager.builder()
            .chain("alone", chain -> shared(chain, store))
            .chain(
                "near",
                chain -> {
                  shared(chain, store);
                  if (messages) {
                    chain.local(local -> {}).maxStaleness(MAX_STALENESS);
                  } else {
                    chain.local(local -> local.ttl(LOCAL_TTL));
                  }
                })
            .build();
    return new Caches(
        manager,
        open(manager, "alone"),
        open(manager, "near"),
        messages ? MAX_STALENESS : LOCAL_TTL);
  }

  private static void shared(ChainBuilder chain, Store store) {
    chain.distributed(store).codec(new TextCodec()).ttl(TTL);
  }

  private static Cache<Long, Long> open(CacheManager manager, String name) {
    return manager.cache(CacheSpec.of(name, name, KeyShape.single(PartTypes.LONG), VERSIONS));
  }

  CacheStats stats() {
    return manager.stats().get("alone");
  }

  @Override
  public void close() {
    manager.close();
  }
}
