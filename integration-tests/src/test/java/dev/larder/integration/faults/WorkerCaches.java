package dev.larder.integration.faults;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheManagerBuilder;
import dev.larder.CacheSpec;
import dev.larder.ChainBuilder;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.memcached.MemcachedOptions;
import dev.larder.memcached.MemcachedStore;
import dev.larder.redis.RedisMode;
import dev.larder.redis.RedisOptions;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Messaging;
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

  static CacheManager manager(List<Place> places) {
    CacheManagerBuilder builder = CacheManager.builder();
    Map<String, Store> stores = new HashMap<>();
    for (Place place : places) {
      builder.chain(place.name(), chain -> configure(chain, place, stores));
    }
    return builder.build();
  }

  /** Places at the same address share a store. */
  private static void configure(ChainBuilder chain, Place place, Map<String, Store> stores) {
    Store store = stores.computeIfAbsent(place.address(), address -> connect(place));
    chain
        .distributed(FlawedStore.of(store, place.flaw()))
        .codec(new TextCodec())
        .readTimeout(place.budget())
        .writeTimeout(place.budget());
    if (place.hasLocalTier()) {
      chain.local(local -> local.ttl(place.localTtl()));
    }
    if (!place.maxStaleness().isZero()) {
      chain.maxStaleness(place.maxStaleness());
    }
    if (!place.channel().isEmpty()) {
      Store messages =
          stores.computeIfAbsent(
              place.channel(), address -> redis(address, RedisMode.SINGLE, place.budget()));
      chain.channel((Messaging) messages);
    }
  }

  private static Store connect(Place place) {
    return switch (place.kind()) {
      case SINGLE -> redis(place.address(), RedisMode.SINGLE, place.budget());
      case CLUSTER -> redis(place.address(), RedisMode.CLUSTER, place.budget());
      case MEMCACHED ->
          MemcachedStore.connect(
              MemcachedOptions.builder().servers(place.address()).timeout(place.budget()).build());
    };
  }

  private static Store redis(String address, RedisMode mode, Duration budget) {
    return RedisStore.connect(
        RedisOptions.builder()
            .url(address)
            .mode(mode)
            .connectTimeout(budget)
            .commandTimeout(budget)
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
