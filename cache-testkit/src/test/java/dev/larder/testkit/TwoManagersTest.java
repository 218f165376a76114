package dev.larder.testkit;

/** The engine of two managers with local tiers before one store. */
class TwoManagersTest extends Managers
    implements CacheEntriesContract,
        CacheLivesContract,
        CacheAgesContract,
        CacheCommandsContract,
        CacheTouchesContract,
        CacheLoadsContract,
        CacheRacesContract {
  TwoManagersTest() {
    super(2, store -> over(store, true));
  }
}
