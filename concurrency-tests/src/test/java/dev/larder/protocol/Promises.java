package dev.larder.protocol;

/** Looks at one state for what must never be; what steps themselves found is noted in it. */
final class Promises {
  private final Bounds bounds;
  private final StoreModel store;
  private final Faults faults;

  Promises(Bounds bounds, StoreModel store, Faults faults) {
    this.bounds = bounds;
    this.store = store;
    this.faults = faults;
  }

  /** The promise that is broken, or null. */
  Promise broken(World world) {
    for (int key = 0; key < bounds.keys() && world.broken() == null; key++) {
      check(world, key);
    }
    return world.broken();
  }

  /** Whether an operation has begun and not ended. */
  boolean someoneWaits(World world) {
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      if (world.get(OfWorker.OPERATION, worker) != 0) {
        return true;
      }
    }
    return false;
  }

  private void check(World world, int key) {
    if (!store.leases() && someoneWaits(world)) {
      return;
    }
    int acknowledged = world.get(OfKey.ACKNOWLEDGED, key);
    if (store.isValid(world, key) && oldest(world, key) < acknowledged) {
      world.broke(Promise.STORE_FRESH);
    }
    for (int process = 0; process < bounds.processes(); process++) {
      int local = world.get(OfPlace.LOCAL, process, key);
      if (local != 0 && local < acknowledged && !isExcused(world, process, key)) {
        world.broke(Promise.LOCAL_FRESH);
      }
    }
    if (standing(world, key) > 1) {
      world.broke(Promise.ONE_LOAD);
    }
    if (isAbandoned(world, store.holder(world, key))
        || isAbandoned(world, store.sideHolder(world, key))) {
      world.broke(Promise.LEASE_LET_GO);
    }
  }

  private static int oldest(World world, int key) {
    int a = world.get(OfKey.VALUE_A, key);
    int b = world.get(OfKey.VALUE_B, key);
    return a == 0 || b == 0 ? a + b : Math.min(a, b);
  }

  private static boolean isExcused(World world, int process, int key) {
    return world.get(OfPlace.MESSAGE, process, key) != 0
        || world.get(OfPlace.LOST, process, key) != 0
        || world.get(OfProcess.CHANNEL, process) != 0;
  }

  private int standing(World world, int key) {
    int standing = 0;
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      if (StoreModel.key(world, worker) == key && isLoading(world, worker)) {
        standing += store.stands(world, worker) ? 1 : 0;
      }
    }
    return standing;
  }

  private static boolean isLoading(World world, int worker) {
    int at = world.get(OfWorker.AT, worker);
    boolean leased = world.get(OfWorker.ANSWER, worker) == StoreModel.GRANTED;
    return leased
        && (at == At.LOAD.ordinal() || at == At.FILL.ordinal())
        && world.get(OfWorker.OPERATION, worker) != Operation.REFRESH.ordinal() + 1;
  }

  private boolean isAbandoned(World world, int token) {
    if (token == 0) {
      return false;
    }
    int owner = store.process((token - 1) / bounds.operations());
    return !faults.isWorking(world, token) && world.get(OfProcess.DIED, owner) == 0;
  }
}
