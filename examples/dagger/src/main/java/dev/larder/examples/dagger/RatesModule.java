package dev.larder.examples.dagger;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.larder.CacheManager;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Rates from the bank, behind a cache. */
// region module
@Module
interface RatesModule {
  @Binds
  RateService cached(CachedRateService rates);

  @Binds
  @Named("uncached")
  RateService uncached(BankRates rates);

  @Provides
  @Singleton
  static CacheManager caches() {
    return CacheManager.builder().build();
  }
}
// endregion
