package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class CacheKeyTextTest {
  private static final KeyShape<CompositeKey> SHAPE =
      KeyShape.composite(PartTypes.LONG, PartTypes.STRING);

  @Test
  void aCacheTellsTheTextOfAKey() {
    try (CacheManager caches = CacheManager.builder().keyPrefix("shop").version(3).build()) {
      Cache<CompositeKey, String> prices =
          caches.cache(CacheSpec.of("default", "prices", SHAPE, ValueType.of("String", 1, true)));
      assertThat(prices.keyText(SHAPE.key(7L, "EU"))).isEqualTo("shop:3:prices:7:EU");
      assertThat(prices.version(2).keyText(SHAPE.key(7L, null)))
          .isEqualTo("shop:3:prices~2:7:~null");
    }
  }

  @Test
  void aKeyOfAnotherShapeHasNoText() {
    try (CacheManager caches = CacheManager.builder().build()) {
      Cache<CompositeKey, String> prices =
          caches.cache(CacheSpec.of("default", "prices", SHAPE, ValueType.of("String", 1, true)));
      CompositeKey other = KeyShape.composite(PartTypes.LONG).key(7L);
      assertThatExceptionOfType(CacheValidationException.class)
          .isThrownBy(() -> prices.keyText(other))
          .withMessageContaining("(long, String)");
    }
  }
}
