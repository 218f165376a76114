package dev.larder.testkit;

/** The engine over a store without capabilities, as far as what it promises takes none. */
class PlainStoreEngineTest extends Managers
    implements CacheEntriesContract, CacheLivesContract, CacheLoadsContract {
  PlainStoreEngineTest() {
    super(1, store -> over(new PlainStore(store), true));
  }
}
