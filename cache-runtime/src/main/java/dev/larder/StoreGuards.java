package dev.larder;

import dev.larder.spi.Store;
import java.util.IdentityHashMap;

/** The guards of a manager's stores, one for each store, however many chains share it. */
final class StoreGuards {
  private final IdentityHashMap<Store, StoreGuard> byStore = new IdentityHashMap<>();

  /** The guard of a store. */
  synchronized StoreGuard of(Store store) {
    return byStore.computeIfAbsent(store, StoreGuard::of);
  }
}
