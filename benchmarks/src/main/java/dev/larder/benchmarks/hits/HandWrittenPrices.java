package dev.larder.benchmarks.hits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * The same caching as people write it by hand, with Caffeine and a key of their own: no statistics,
 * nothing allocated but the key.
 */
final class HandWrittenPrices implements Prices {
  private final Prices delegate;
  private final Cache<Long, Price> byNumber = cache();
  private final Cache<String, Price> byCode = cache();
  private final Cache<RegionKey, Price> byRegion = cache();
  private final Cache<QuantityKey, Price> byQuantity = cache();

  HandWrittenPrices(Prices delegate) {
    this.delegate = delegate;
  }

  private record RegionKey(long article, String region) {}

  private record QuantityKey(long article, String region, int quantity) {}

  private static <K> Cache<K, Price> cache() {
    return Caffeine.newBuilder()
        .maximumSize(Requests.ENTRIES)
        .expireAfterWrite(Duration.ofHours(1))
        .build();
  }

  @Override
  public Price byNumber(long article) {
    Price price = byNumber.getIfPresent(article);
    if (price == null) {
      price = delegate.byNumber(article);
      byNumber.put(article, price);
    }
    return price;
  }

  @Override
  public Price byCode(String code) {
    Price price = byCode.getIfPresent(code);
    if (price == null) {
      price = delegate.byCode(code);
      byCode.put(code, price);
    }
    return price;
  }

  @Override
  public Price byRegion(long article, String region) {
    RegionKey key = new RegionKey(article, region);
    Price price = byRegion.getIfPresent(key);
    if (price == null) {
      price = delegate.byRegion(article, region);
      byRegion.put(key, price);
    }
    return price;
  }

  @Override
  public Price byQuantity(long article, String region, int quantity) {
    QuantityKey key = new QuantityKey(article, region, quantity);
    Price price = byQuantity.getIfPresent(key);
    if (price == null) {
      price = delegate.byQuantity(article, region, quantity);
      byQuantity.put(key, price);
    }
    return price;
  }
}
