package dev.larder.integration.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.memcached.MemcachedOptions;
import dev.larder.memcached.MemcachedStore;
import dev.larder.redis.RedisOptions;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import dev.larder.testkit.CacheContract;
import dev.larder.testkit.TextCodec;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While a loader runs, no connection and no lock is held: the loaders of several threads use the
 * caches of a store that has one connection, all of them at once.
 */
@Timeout(180) // the machine may have much else to do
class LoadersHoldNothingTest {
  private static final int THREADS = 16;

  /** A call that waits so long for a connection fails, and so does the test. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final CacheSpec<Long, String> ORDERS =
      CacheSpec.of(
          CacheContract.CHAIN, "orders", KeyShape.single(PartTypes.LONG), CacheContract.TEXT);

  /** The key that all loaders want; below it are those of the loads within loads. */
  private static final long SHARED = -1;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withOneConnectionToRedis(boolean local) throws Exception {
    try (RedisServer server = RedisServer.redis().start()) {
      RedisOptions options =
          RedisOptions.builder()
              .url(server.uri())
              .poolSize(1)
              .connectTimeout(PATIENCE)
              .commandTimeout(PATIENCE)
              .build();
      loadersUseTheStore(RedisStore.connect(options), local);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withOneConnectionToMemcached(boolean local) throws Exception {
    try (MemcachedServer server = MemcachedServer.memcached().start()) {
      MemcachedOptions options =
          MemcachedOptions.builder()
              .servers(server.hostAndPort())
              .poolSize(1)
              .timeout(PATIENCE)
              .build();
      loadersUseTheStore(MemcachedStore.connect(options), local);
    }
  }

  /** A manager that closes the store with itself. */
  private static CacheManager manager(Store store, boolean local) {
    return CacheManager.builder()
        .chain(
            CacheContract.CHAIN,
            chain -> {
              chain.distributed(store).codec(new TextCodec());
              chain.readTimeout(PATIENCE).writeTimeout(PATIENCE);
              if (local) {
                chain.local(tier -> {});
              }
            })
        .build();
  }

  private static void loadersUseTheStore(Store store, boolean local) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (CacheManager manager = manager(store, local)) {
      Both both = new Both(manager.cache(CacheContract.USERS), manager.cache(ORDERS));
      List<Callable<String>> callers =
          LongStream.range(0, THREADS)
              .mapToObj(key -> (Callable<String>) () -> both.get(key))
              .toList();
      for (Future<String> each : threads.invokeAll(callers, 3 * PATIENCE.toSeconds(), SECONDS)) {
        assertThat(each.get()).isEqualTo("loaded");
      }
      both.assertNothingFailed();
    } finally {
      threads.shutdownNow();
    }
  }

  /** Two caches of a store, and loaders that use both while all others do. */
  private static final class Both {
    private final CountDownLatch loading = new CountDownLatch(THREADS);
    private final Cache<Long, String> users;
    private final Cache<Long, String> orders;

    Both(Cache<Long, String> users, Cache<Long, String> orders) {
      this.users = users;
      this.orders = orders;
    }

    String get(long key) throws InterruptedException {
      return users.get(key, missing -> load(key));
    }

    private String load(long key) throws InterruptedException {
      loading.countDown();
      // So all loaders run at once, each under the lease of its key.
      assertThat(loading.await(PATIENCE.toSeconds(), SECONDS)).isTrue();
      use(users, THREADS + key);
      use(orders, key);
      return "loaded";
    }

    /** Reads, loads, writes and evicts, and loads within a load. */
    private void use(Cache<Long, String> cache, long key) {
      cache.put(key, "put");
      assertThat(cache.get(key)).isEqualTo("put");
      cache.evict(key);
      assertThat(cache.get(key, within -> orders.get(SHARED - 1 - key, order -> "order")))
          .isEqualTo("order");
      assertThat(cache.get(SHARED, shared -> "shared")).isEqualTo("shared");
    }

    void assertNothingFailed() {
      assertThat(users.stats().storeFailures()).isZero();
      assertThat(orders.stats().storeFailures()).isZero();
    }
  }
}
