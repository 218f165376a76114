package dev.larder.testkit;

/** The engine with nothing but a local tier. */
class LocalTierTest extends Managers
    implements CacheEntriesContract,
        CacheLivesContract,
        CacheAgesContract,
        CacheCommandsContract,
        CacheTouchesContract,
        CacheLoadsContract,
        CacheRacesContract {
  LocalTierTest() {
    super(1, store -> chain -> chain.local(local -> {}));
  }
}
