package dev.larder.integration.faults;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheManagerBuilder;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.memcached.MemcachedOptions;
import dev.larder.memcached.MemcachedStore;
import dev.larder.redis.RedisMode;
import dev.larder.redis.RedisOptions;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import dev.larder.testkit.TextCodec;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The caches of a worker, by the names of their places.
 *
 * @param byPlace a cache of a place is called as the place is, and so is its chain
 */
record WorkerCaches(Map<String, Cache<Long, Long>> byPlace) {
  private static final ValueType<Long> VERSIONS = ValueType.of("java.lang.Long", 1, true);

  /** On a machine that has much else to do, what is late is not to count as a fault. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static CacheManager manager(List<Place> places) {
    CacheManagerBuilder builder = CacheManager.builder();
    Map<String, Store> stores = new HashMap<>();
    for (Place place : places) {
      Store store = stores.computeIfAbsent(place.address(), address -> connect(place));
      builder.chain(
          place.name(),
          chain -> {
            chain.distributed(FlawedStore.of(store, place.flaw())).codec(new TextCodec());
            if (place.hasLocalTier()) {
              chain.local(local -> local.ttl(place.localTtl()));
            }
          });
    }
    return builder.build();
  }

  private static Store connect(Place place) {
    return switch (place.kind()) {
      case SINGLE -> redis(place, RedisMode.SINGLE);
      case CLUSTER -> redis(place, RedisMode.CLUSTER);
      case MEMCACHED ->
          MemcachedStore.connect(
              MemcachedOptions.builder().servers(place.address()).timeout(PATIENCE).build());
    };
  }

  private static Store redis(Place place, RedisMode mode) {
    return RedisStore.connect(
        RedisOptions.builder()
            .url(place.address())
            .mode(mode)
            .connectTimeout(PATIENCE)
            .commandTimeout(PATIENCE)
            .build());
  }

  static WorkerCaches open(CacheManager caches, List<Place> places) {
    Map<String, Cache<Long, Long>> opened = new LinkedHashMap<>();
    for (Place place : places) {
      opened.put(
          place.name(),
          caches.cache(
              CacheSpec.of(place.name(), place.name(), KeyShape.single(PartTypes.LONG), VERSIONS)));
    }
    return new WorkerCaches(opened);
  }

  Cache<Long, Long> of(String place) {
    Cache<Long, Long> cache = byPlace.get(place);
    if (cache == null) {
      throw new IllegalArgumentException("no such place: " + place);
    }
    return cache;
  }
}
