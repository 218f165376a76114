package dev.larder.testkit;

/** The engine with two tiers. */
class LocalTierBeforeStoreTest extends Managers
    implements CacheEntriesContract,
        CacheLivesContract,
        CacheAgesContract,
        CacheCommandsContract,
        CacheTouchesContract,
        CacheLoadsContract,
        CacheRacesContract {
  LocalTierBeforeStoreTest() {
    super(1, store -> over(store, true));
  }
}
