package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine over a store without capabilities, as far as what it promises takes none. */
class PlainStoreEngineTest extends Managers
    implements CacheEntriesContract, CacheLivesContract, CacheLoadsContract {
  PlainStoreEngineTest() {
    super(1, store -> over(new PlainStore(store), true));
  }

  /**
   * The evict has changed the store and not yet ended when the load, which began before, is to be
   * kept: without leases the store would take it.
   */
  @Test
  void i5_aLoadThatEndsDuringAnEvictIsNotKept() throws Throwable {
    HeldLoader removed = new HeldLoader();
    store
        .faults()
        .afterCalls(
            (call, key) -> {
              if (call == Call.REMOVE) {
                store.faults().none();
                HeldCalls.await(removed);
              }
            });
    List<Caller<String>> evicts = new ArrayList<>();
    String loaded =
        here()
            .get(
                1L,
                key -> {
                  evicts.add(Caller.of(() -> evict(1L)));
                  removed.awaitStarted();
                  return "old";
                });
    removed.give("");
    evicts.get(0).answer();
    assertThat(loaded).isEqualTo("old");
    assertThat(here().get(1L)).isNull();
    assertThat(store.get(here().keyText(1L))).isNull();
  }

  private String evict(long key) {
    here().evict(key);
    return "";
  }
}
