package dev.larder.benchmarks.clear;

import dev.larder.redis.RedisOptions;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Clearing.CacheStore;
import dev.larder.testkit.server.RedisServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code benchmarks/run clear [--quick]}: one cache is cleared beside as many keys of others, while
 * one thread goes on reading.
 */
public final class Clear {
  private static final String CACHE_KEY = "clear:1:users";

  /** How long reads are measured before the clear. */
  private static final Duration BEFORE = Duration.ofSeconds(10);

  private Clear() {}

  /**
   * Measures, prints, and writes the figures as JSON; fails if anything of others was touched.
   *
   * @param arguments {@code --quick} for a look with a tenth of the keys
   */
  public static void main(String[] arguments) throws IOException {
    boolean quick = List.of(arguments).contains("--quick");
    int count = quick ? 100_000 : 1_000_000;
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(options(server))) {
      ForeignKeys foreign = new ForeignKeys(store.client(), count);
      foreign.write();
      CacheStore cache = store.open(CACHE_KEY);
      Entries.write(cache, CACHE_KEY, count);
      requireSize(server, 2L * count + 1);
      ClearReport report = measure(server, cache, foreign, count);
      foreign.requireUntouched();
      report.print();
      if (!quick) {
        report.write();
      }
    }
  }

  private static RedisOptions options(RedisServer server) {
    return RedisOptions.builder().url(server.uri()).commandTimeout(Duration.ofSeconds(30)).build();
  }

  private static ClearReport measure(
      RedisServer server, CacheStore cache, ForeignKeys foreign, int count) {
    Latencies before;
    try (Reader reader = new Reader(foreign)) {
      LockSupport.parkNanos(BEFORE.toNanos());
      before = reader.stop();
    }
    try (Reader reader = new Reader(foreign)) {
      long begin = System.nanoTime();
      cache.clear();
      long cleared = System.nanoTime();
      Entries.requireAbsent(cache, CACHE_KEY, count);
      while (size(server) > count + 1L) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
      long reclaimed = System.nanoTime();
      return new ClearReport(count, cleared - begin, reclaimed - begin, before, reader.stop());
    }
  }

  private static void requireSize(RedisServer server, long size) {
    if (size(server) != size) {
      throw new IllegalStateException("the server has " + size(server) + " keys, not " + size);
    }
  }

  private static long size(RedisServer server) {
    return (Long) server.command("DBSIZE");
  }
}
