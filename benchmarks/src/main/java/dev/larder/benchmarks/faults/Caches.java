package dev.larder.benchmarks.faults;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.CacheStats;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.spi.Store;
import dev.larder.testkit.TextCodec;
import java.time.Duration;

/**
 * One process's caches over one store: each asks the store at every read, or has a local tier.
 *
 * @param manager of both
 * @param alone without a local tier
 * @param near behind a local tier
 */
record Caches(CacheManager manager, Cache<Long, Long> alone, Cache<Long, Long> near)
    implements AutoCloseable {
  /** How old a local entry may be; kept by the precise clock, as it is less than a second. */
  static final Duration BOUND = Duration.ofMillis(900);

  private static final Duration TTL = Duration.ofMinutes(1);
  private static final ValueType<Long> VERSIONS = ValueType.of("java.lang.Long", 1, true);

  static Caches over(Store store) {
    CacheManager manager =
        CacheManager.builder()
            .chain("alone", chain -> chain.distributed(store).codec(new TextCodec()).ttl(TTL))
            .chain(
                "near",
                chain ->
                    chain
                        .local(local -> local.ttl(BOUND))
                        .distributed(store)
                        .codec(new TextCodec())
                        .ttl(TTL))
            .build();
    return new Caches(manager, open(manager, "alone"), open(manager, "near"));
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
