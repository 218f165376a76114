package dev.larder.benchmarks.hits;

import java.util.Arrays;

/** The service's own code: an array look-up, so that nothing but the cache costs anything. */
final class UncachedPrices implements Prices {
  private final Price[] prices = new Price[Requests.ENTRIES];

  UncachedPrices() {
    Arrays.setAll(prices, Price::new);
  }

  @Override
  public Price byNumber(long article) {
    return prices[(int) (article % prices.length)];
  }

  @Override
  public Price byCode(String code) {
    return prices[code.length()];
  }

  @Override
  public Price byRegion(long article, String region) {
    return byNumber(article);
  }

  @Override
  public Price byQuantity(long article, String region, int quantity) {
    return byNumber(article);
  }
}
