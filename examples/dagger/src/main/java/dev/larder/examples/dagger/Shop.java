package dev.larder.examples.dagger;

import dagger.Component;
import dev.larder.CacheManager;
import jakarta.inject.Singleton;

/** What the application is made of. */
// region component
@Singleton
@Component(modules = RatesModule.class)
interface Shop {
  Exchange exchange();

  RateService rates();

  BankRates bank();

  CacheManager caches();
}
// endregion
