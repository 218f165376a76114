package dev.larder.testkit;

/** The engine of two managers that have no local tiers. */
class StoreAloneTest extends Managers
    implements CacheEntriesContract,
        CacheLivesContract,
        CacheAgesContract,
        CacheCommandsContract,
        CacheTouchesContract,
        CacheLoadsContract,
        CacheRacesContract {
  StoreAloneTest() {
    super(2, store -> over(store, false));
  }
}
