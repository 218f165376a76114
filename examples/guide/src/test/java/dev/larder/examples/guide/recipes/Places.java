package dev.larder.examples.guide.recipes;

import dev.larder.CacheManager;
import dev.larder.CacheManagerBuilder;
import dev.larder.Compression;
import dev.larder.memcached.MemcachedStore;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Real servers, and for each of them two managers, which stand for two processes. */
final class Places implements AutoCloseable {
  final RedisServer redis = RedisServer.redis().start();
  final MemcachedServer memcached = MemcachedServer.memcached().start();
  private final Map<Place, CacheManager> managers = new EnumMap<>(Place.class);
  private final Map<Place, CacheManager> others = new EnumMap<>(Place.class);

  /** The manager of the process that a test plays. */
  CacheManager manager(Place place) {
    return managers.computeIfAbsent(place, this::open);
  }

  /** The manager of another process; on the heap there is no other. */
  CacheManager other(Place place) {
    return place == Place.HEAP ? manager(place) : others.computeIfAbsent(place, this::open);
  }

  private CacheManager open(Place place) {
    return switch (place) {
      case HEAP -> onHeap();
      case REDIS -> onStore(RedisStore.connect(redis.uri()), Duration.ofHours(1));
      // Memcached brings no word of other processes' writes: the local time to live is the bound.
      case MEMCACHED ->
          onStore(MemcachedStore.connect(memcached.hostAndPort()), Duration.ofSeconds(1));
    };
  }

  /** Every chain is the process's own. */
  static CacheManager onHeap() {
    return heap().build();
  }

  static CacheManagerBuilder heap() {
    return CacheManager.builder()
        .keyPrefix("shop")
        .chain("shared", chain -> chain.local(local -> {}))
        .chain("responses", chain -> chain.local(local -> {}));
  }

  static CacheManager onStore(Store store, Duration localTtl) {
    // region chains
    CacheManager caches =
        CacheManager.builder()
            .keyPrefix("shop")
            .chain(
                "default",
                chain ->
                    chain
                        .local(local -> local.maximumSize(10_000).ttl(localTtl))
                        .distributed(store))
            .chain("shared", chain -> chain.distributed(store))
            .chain(
                "responses",
                chain ->
                    chain
                        .local(local -> local.maximumSize(1_000))
                        .distributed(store)
                        .compression(Compression.zlib())
                        .maxValueSize(64 * 1024))
            .build();
    // endregion
    return caches;
  }

  @Override
  public void close() {
    others.values().forEach(CacheManager::close);
    managers.values().forEach(CacheManager::close);
    memcached.close();
    redis.close();
  }
}
