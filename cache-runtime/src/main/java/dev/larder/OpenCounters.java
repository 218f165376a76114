package dev.larder;

import dev.larder.spi.Counting;
import dev.larder.spi.Store;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives the counters of a manager, by chain and name. */
final class OpenCounters {
  private final Environment environment;
  private final Map<String, Chain> chains;
  private final Map<String, HeapCounting> inHeap = new ConcurrentHashMap<>();
  private final Map<String, StoreGuard> heapGuards = new ConcurrentHashMap<>();

  OpenCounters(Environment environment, Map<String, Chain> chains) {
    this.environment = environment;
    this.chains = chains;
  }

  /** Made anew each time: a name may be made of what users send, and must not be kept. */
  Counters of(String chainName, String name) {
    Chain chain = chains.get(chainName);
    if (chain == null) {
      throw new CacheConfigurationException(
          "there is no chain "
              + chainName
              + " for the counters "
              + name
              + "; there is "
              + String.join(", ", chains.keySet().stream().sorted().toList()));
    }
    KeyName keyName = new KeyName(environment.keyPrefix(), environment.version(), name);
    CounterKeys keys = new CounterKeys(keyName);
    Store store = chain.store();
    StoreGuard guard = chain.guard();
    return store == null || guard == null
        ? new StoreCounters(inHeap(chain.name()), keys, faults(chain, heapGuard(chain)))
        : new StoreCounters(counting(store), keys, faults(chain, guard));
  }

  private static StoreFaults faults(Chain chain, StoreGuard guard) {
    return new StoreFaults(guard, new StatsCounters(), chain.budgets().write());
  }

  /** Made when somebody counts: a manager without stores loads nothing that guards need. */
  private StoreGuard heapGuard(Chain chain) {
    return heapGuards.computeIfAbsent(chain.name(), name -> StoreGuard.ofHeap(environment.clock()));
  }

  private HeapCounting inHeap(String chain) {
    return inHeap.computeIfAbsent(chain, name -> new HeapCounting(environment.clock()));
  }

  /** Forgets those of this manager alone whose time is over. */
  void sweep() {
    inHeap.values().forEach(HeapCounting::sweep);
  }

  private static Counting counting(Store store) {
    if (store instanceof Counting counting) {
      return counting;
    }
    throw new CacheConfigurationException("the store " + store.name() + " cannot count");
  }
}
