package dev.larder.benchmarks.clear;

import dev.larder.spi.Bulk;
import dev.larder.spi.Bulk.Put;
import dev.larder.spi.Clearing.CacheStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The entries of the cache that is cleared. */
final class Entries {
  private static final int TOGETHER = 2_000;
  private static final int LENGTH = 100;
  private static final Duration LIFE = Duration.ofHours(6);

  private Entries() {}

  static void write(CacheStore cache, String cacheKey, int count) {
    byte[] value = new byte[LENGTH];
    for (int first = 0; first < count; first += TOGETHER) {
      List<Put> puts =
          IntStream.range(first, first + TOGETHER)
              .mapToObj(i -> new Put(cacheKey + ":" + i, value, LIFE))
              .toList();
      ((Bulk) cache).putAll(puts);
    }
  }

  static void requireAbsent(CacheStore cache, String cacheKey, int count) {
    for (int i = 0; i < count; i += count / 100) {
      if (cache.get(cacheKey + ":" + i) != null) {
        throw new IllegalStateException("still there: " + cacheKey + ":" + i);
      }
    }
  }
}
