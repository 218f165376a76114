package com.acme.shop;

import dev.larder.generated.Serializers;
import dev.larder.generated.Values;
import javax.annotation.processing.Generated;

/** How the values of the caches of {@link PriceList} are written to bytes. */
@Generated("dev.larder.processor.LarderProcessor")
final class CachedPriceListValues {
  private CachedPriceListValues() {}

  static Values<Long> prices() {
    return Values.of(Long.class, Serializers.LONG, Long.class);
  }

  static Values<String> nearLabels() {
    return Values.of(String.class, Serializers.STRING, String.class);
  }

  static Values<String> farLabels() {
    return Values.of(String.class, Serializers.STRING, String.class);
  }
}
