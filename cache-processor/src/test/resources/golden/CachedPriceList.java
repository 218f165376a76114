package com.acme.shop;

import dev.larder.Cache;
import dev.larder.CacheConfigurationException;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.DecoratorFactory;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import dev.larder.generated.CacheModel;
import dev.larder.generated.CacheUse;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import javax.annotation.processing.Generated;

/** {@link PriceList}, its results cached as its annotations say. */
@Generated("dev.larder.processor.LarderProcessor")
@CacheModel(
    type = PriceList.class,
    uses = {
      @CacheUse(
          operation = "read",
          method = "price(java.lang.String)",
          cache = "prices",
          chain = "default",
          key = "String",
          value = "java.lang.Long",
          fingerprint = 0x477d37aca39f5015L,
          settings = {"localTtl=5", "refreshAfter=45", "staleTtl=600", "ttl=60"}),
      @CacheUse(
          operation = "read",
          method = "label(java.lang.String)",
          cache = "labels",
          chain = "near",
          key = "String",
          value = "java.lang.String",
          fingerprint = 0x59ffc80cfc1885a1L,
          stacked = true),
      @CacheUse(
          operation = "read",
          method = "label(java.lang.String)",
          cache = "labels",
          chain = "far",
          key = "String",
          value = "java.lang.String",
          fingerprint = 0x59ffc80cfc1885a1L,
          stacked = true),
      @CacheUse(
          operation = "evict",
          method = "label(java.lang.String)",
          cache = "prices",
          chain = "default",
          key = "String"),
      @CacheUse(
          operation = "evict",
          method = "forget(java.lang.String)",
          cache = "prices",
          chain = "default",
          key = "String"),
      @CacheUse(
          operation = "clear",
          method = "forget(java.lang.String)",
          cache = "labels",
          chain = "far",
          stacked = true),
      @CacheUse(
          operation = "clear",
          method = "forget(java.lang.String)",
          cache = "labels",
          chain = "near",
          stacked = true)
    })
public class CachedPriceList extends PriceList {
  private static final CacheSpec<String, Long> PRICES =
      CacheSpec.of(
              "default",
              "prices",
              KeyShape.single(PartTypes.STRING),
              ValueType.<Long>of(
                  "java.lang.Long",
                  0x477d37aca39f5015L,
                  true,
                  () -> CachedPriceListValues.prices()))
          .ttl(Duration.ofSeconds(60))
          .localTtl(Duration.ofSeconds(5))
          .refreshAfter(Duration.ofSeconds(45))
          .staleTtl(Duration.ofSeconds(600));

  private static final CacheSpec<String, String> NEAR_LABELS =
      CacheSpec.of(
              "near",
              "labels",
              KeyShape.single(PartTypes.STRING),
              ValueType.<String>of(
                  "java.lang.String",
                  0x59ffc80cfc1885a1L,
                  true,
                  () -> CachedPriceListValues.nearLabels()))
          .stacked();

  private static final CacheSpec<String, String> FAR_LABELS =
      CacheSpec.of(
              "far",
              "labels",
              KeyShape.single(PartTypes.STRING),
              ValueType.<String>of(
                  "java.lang.String",
                  0x59ffc80cfc1885a1L,
                  true,
                  () -> CachedPriceListValues.farLabels()))
          .stacked();

  private final Cache<String, Long> prices;
  private final Cache<String, String> nearLabels;
  private final Cache<String, String> farLabels;

  public CachedPriceList(CacheManager caches, String source) throws IOException {
    super(source);
    this.prices = caches.cache(PRICES);
    this.nearLabels = caches.cache(NEAR_LABELS);
    this.farLabels = caches.cache(FAR_LABELS);
  }

  protected CachedPriceList(CacheManager caches) {
    this.prices = caches.cache(PRICES);
    this.nearLabels = caches.cache(NEAR_LABELS);
    this.farLabels = caches.cache(FAR_LABELS);
  }

  @Override
  protected OptionalLong price(String sku) {
    if (prices == null) {
      // a constructor of PriceList calls this before the caches are there
      return super.price(sku);
    }
    Long hit = prices.localHit(sku);
    if (hit != null) {
      return OptionalLong.of(hit);
    }
    Long found = prices.get(sku, k -> orNull(super.price(sku)));
    return found == null ? OptionalLong.empty() : OptionalLong.of(found);
  }

  @Override
  public String label(String sku) {
    if (nearLabels == null) {
      // a constructor of PriceList calls this before the caches are there
      return super.label(sku);
    }
    String hit = nearLabels.localHit(sku);
    if (hit != null) {
      return hit;
    }
    return nearLabels.get(sku, k -> labelFromFar(sku));
  }

  private String labelFromFar(String sku) {
    String hit = farLabels.localHit(sku);
    if (hit != null) {
      return hit;
    }
    return farLabels.get(sku, k -> labelUncached(sku));
  }

  private String labelUncached(String sku) {
    String result = super.label(sku);
    prices.failSafe().evict(sku);
    return result;
  }

  @Override
  public void forget(String sku) {
    if (prices == null) {
      // a constructor of PriceList calls this before the caches are there
      super.forget(sku);
      return;
    }
    super.forget(sku);
    prices.failSafe().evict(sku);
    farLabels.failSafe().clear();
    nearLabels.failSafe().clear();
  }

  private static Long orNull(OptionalLong result) {
    return result == null || result.isEmpty() ? null : result.getAsLong();
  }

  /** Finds the decorator for {@link CacheManager#decorate}. */
  public static final class Factory implements DecoratorFactory<PriceList> {
    /** For the service loader. */
    public Factory() {}

    @Override
    public Class<PriceList> type() {
      return PriceList.class;
    }

    @Override
    public PriceList decorate(CacheManager caches, PriceList delegate) {
      throw new CacheConfigurationException(
          "com.acme.shop.PriceList is a class: "
              + "call a constructor of CachedPriceList, which extends it");
    }
  }
}
