package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.spi.Messaging;
import dev.larder.spi.Store;
import java.util.IdentityHashMap;

/** The guards of a manager's stores, one for each store, however many chains share it. */
final class StoreGuards {
  private final IdentityHashMap<Object, StoreGuard> byStore = new IdentityHashMap<>();
  private final Clock clock;
  private final Events events;

  StoreGuards(Clock clock, Events events) {
    this.clock = clock;
    this.events = events;
  }

  /** The guard of a chain's store. */
  synchronized StoreGuard of(Store store, String chain, TimeBudgets budgets) {
    StoreGuard guard = byStore.computeIfAbsent(store, each -> StoreGuard.of(store, clock, events));
    guard.join(chain, budgets);
    return guard;
  }

  /** The guard of what carries a chain's messages: that of the store, where it is one. */
  synchronized StoreGuard of(Messaging carrier, String chain, TimeBudgets budgets) {
    if (carrier instanceof Store store) {
      return of(store, chain, budgets);
    }
    StoreGuard guard =
        byStore.computeIfAbsent(carrier, each -> StoreGuard.ofChannel(carrier, clock, events));
    guard.join(chain, budgets);
    return guard;
  }
}
