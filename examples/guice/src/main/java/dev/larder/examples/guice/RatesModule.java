package dev.larder.examples.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.name.Names;
import dev.larder.CacheManager;
import jakarta.inject.Singleton;

/** Rates from the bank, behind a cache. */
// region module
final class RatesModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(RateService.class).to(CachedRateService.class);
    bind(RateService.class).annotatedWith(Names.named("uncached")).to(BankRates.class);
  }

  @Provides
  @Singleton
  CacheManager caches() {
    return CacheManager.builder().build();
  }
}
// endregion
