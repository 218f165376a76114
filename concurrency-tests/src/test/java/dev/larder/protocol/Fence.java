package dev.larder.protocol;

/** What orders, in one process, the changes of one key in the local tier; each call is one step. */
record Fence(World world, int process, int key) {
  private int get(OfPlace what) {
    return world.get(what, process, key);
  }

  private void set(OfPlace what, int value) {
    world.set(what, process, key, value);
  }

  /** Registers the worker's load; gives the worker whose load is registered then. */
  int join(int worker) {
    if (get(OfPlace.LOADING) == 0) {
      set(OfPlace.LOADING, worker + 1);
    }
    return get(OfPlace.LOADING) - 1;
  }

  void replace(int worker) {
    set(OfPlace.LOADING, worker + 1);
  }

  boolean holds(int worker) {
    return get(OfPlace.LOADING) == worker + 1;
  }

  /** Whether no write is between its steps. */
  boolean isUnwritten() {
    return get(OfPlace.WRITES) == 0;
  }

  /** Ends the worker's load; keeps what it has if it is registered still. */
  void finish(int worker, int value) {
    if (holds(worker)) {
      set(OfPlace.LOCAL, value);
      unregister(worker);
    }
  }

  void unregister(int worker) {
    if (holds(worker)) {
      set(OfPlace.LOADING, 0);
    }
  }

  /** A write of one step: the local entry goes, and no load keeps its own. */
  void drop() {
    set(OfPlace.LOCAL, 0);
    set(OfPlace.LOADING, 0);
    set(OfPlace.RACED, get(OfPlace.WRITES) > 0 ? 1 : 0);
  }

  void beginWrite() {
    if (get(OfPlace.WRITES) > 0) {
      set(OfPlace.RACED, 1);
    }
    set(OfPlace.WRITES, get(OfPlace.WRITES) + 1);
  }

  /** Leaves the value in the local tier, or none if another write came between. */
  void endWrite(int value) {
    set(OfPlace.LOCAL, get(OfPlace.RACED) == 0 ? value : 0);
    set(OfPlace.LOADING, 0);
    set(OfPlace.WRITES, get(OfPlace.WRITES) - 1);
    if (get(OfPlace.WRITES) == 0) {
      set(OfPlace.RACED, 0);
    }
  }

  /** Whether a clear would meet the key here. */
  boolean isBusy() {
    return get(OfPlace.LOADING) != 0 || get(OfPlace.WRITES) != 0;
  }
}
