package dev.larder;

import dev.larder.spi.Store;
import java.util.IdentityHashMap;

/** The guards of a manager's stores, one for each store, however many chains share it. */
final class StoreGuards {
  private final IdentityHashMap<Store, StoreGuard> byStore = new IdentityHashMap<>();
  private final Events events;

  StoreGuards(Events events) {
    this.events = events;
  }

  /** The guard of a chain's store. */
  synchronized StoreGuard of(Store store, String chain, TimeBudgets budgets) {
    StoreGuard guard = byStore.computeIfAbsent(store, each -> StoreGuard.of(each, events));
    guard.join(chain, budgets);
    return guard;
  }
}
