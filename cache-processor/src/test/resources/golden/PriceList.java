package com.acme.shop;

import dev.larder.annotation.CacheEvict;
import dev.larder.annotation.Cached;
import java.io.IOException;
import java.util.OptionalLong;

/** The prices of a shop. */
public class PriceList {
  private final String source;

  public PriceList(String source) throws IOException {
    this.source = source;
  }

  protected PriceList() {
    this.source = "none";
  }

  @Cached(name = "prices", ttl = 60, localTtl = 5, refreshAfter = 45, staleTtl = 600)
  protected synchronized OptionalLong price(String sku) {
    return sku.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sku.length());
  }

  @Cached(using = "near", name = "labels")
  @Cached(using = "far", name = "labels")
  @CacheEvict(name = "prices")
  public String label(String sku) {
    return source + sku;
  }

  @CacheEvict(name = "prices")
  @CacheEvict(name = "labels", allEntries = true)
  public void forget(String sku) {}
}
