package dev.larder.examples.guide.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheConfigurationException;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.CacheValidationException;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the guide says of the configuration. */
class ConfiguredTest {
  private static final ValueType<String> TEXT = ValueType.of("java.lang.String", 1, true);

  private static CacheSpec<Long, String> spec(String chain, String name) {
    return CacheSpec.of(chain, name, KeyShape.single(PartTypes.LONG), TEXT);
  }

  @Test
  void theSettingOfACacheStandsOverItsAnnotation() {
    try (CacheManager caches = Configured.manager()) {
      Cache<Long, String> articles =
          caches.cache(spec("default", "articles").ttl(Duration.ofMinutes(10)));
      articles.put(7L, "Rain");

      assertThat(articles.timeToLive(7L)).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void theTimeToLiveOfAChainHoldsWhereNothingElseStatesOne() {
    try (CacheManager caches = Configured.manager()) {
      Cache<Long, String> rain = caches.cache(spec("seconds", "rain"));
      Cache<Long, String> snow = caches.cache(spec("default", "snow"));
      rain.put(7L, "Rain");
      snow.put(7L, "Snow");

      assertThat(rain.timeToLive(7L)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(5));
      assertThat(snow.timeToLive(7L)).isZero();
    }
  }

  @Test
  void filesAndTheEnvironmentAreReadAndCodeStandsAboveThem() {
    try (CacheManager loaded = Configured.loaded();
        CacheManager combined = Configured.combined()) {
      assertThat(loaded.cache(spec("default", "articles")).keyText(7L))
          .isEqualTo("example:1:articles:7");
      Cache<Long, String> articles = combined.cache(spec("default", "articles"));
      articles.put(7L, "Rain");

      assertThat(articles.keyText(7L)).isEqualTo("example:1:articles:7");
      assertThat(articles.timeToLive(7L)).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void prefixAndVersionBeginEveryKeyText() {
    try (CacheManager caches = Configured.manager()) {
      assertThat(caches.cache(spec("default", "articles")).keyText(7L))
          .isEqualTo("shop:2:articles:7");
    }
  }

  @Test
  void anUnknownChainIsRefusedWhenItsCacheIsOpened() {
    try (CacheManager caches = Configured.manager()) {
      assertThatThrownBy(() -> caches.cache(spec("redis", "articles")))
          .isInstanceOf(CacheConfigurationException.class)
          .hasMessage("there is no chain redis for the cache articles; there is default, seconds");
    }
  }

  @Test
  void aCacheHasOneKeyShape() {
    try (CacheManager caches = Configured.manager()) {
      caches.cache(spec("default", "articles"));

      assertThatThrownBy(
              () ->
                  caches.cache(
                      CacheSpec.of("default", "articles", KeyShape.single(PartTypes.STRING), TEXT)))
          .isInstanceOf(CacheConfigurationException.class)
          .hasMessageContaining("two key shapes: long and String");
    }
  }

  @Test
  void aValueThatCannotBeIsRefusedWithTheValue() {
    assertThatThrownBy(
            () -> CacheManager.builder().chain("x", chain -> chain.ttl(Duration.ofSeconds(-5))))
        .isInstanceOf(CacheValidationException.class)
        .hasMessageContaining("PT-5S");
    assertThatThrownBy(() -> CacheManager.builder().chain("x", chain -> {}))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("has no tier");
  }

  @Test
  void closingTwiceIsNothing() {
    CacheManager caches = Configured.manager();
    caches.close();
    caches.close();

    assertThatThrownBy(() -> caches.cache(spec("default", "articles")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the cache manager is closed");
  }
}
