package dev.larder.benchmarks.hits;

import dev.larder.annotation.Cached;

/** A service as its users write it: looked up by one, two and three parameters. */
public interface Prices {
  /** By a number. */
  @Cached(name = "byNumber", ttl = 3600)
  Price byNumber(long article);

  /** By a text. */
  @Cached(name = "byCode", ttl = 3600)
  Price byCode(String code);

  /** By two parts. */
  @Cached(name = "byRegion", ttl = 3600)
  Price byRegion(long article, String region);

  /** By three parts. */
  @Cached(name = "byQuantity", ttl = 3600)
  Price byQuantity(long article, String region, int quantity);
}
