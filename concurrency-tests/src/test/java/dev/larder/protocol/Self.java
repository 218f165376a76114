package dev.larder.protocol;

/**
 * A worker's view of a world: what it knows, and what its process has.
 *
 * @param bounds what is searched
 * @param store the store's model
 * @param me the worker's number
 */
record Self(Bounds bounds, StoreModel store, int me) {
  private static final At[] PLACES = At.values();
  private static final Operation[] OPERATIONS = Operation.values();

  int process() {
    return bounds.workers().get(me).process();
  }

  At at(World world) {
    return PLACES[get(world, OfWorker.AT)];
  }

  void go(World world, At at) {
    set(world, OfWorker.AT, at.ordinal());
  }

  int get(World world, OfWorker what) {
    return world.get(what, me);
  }

  void set(World world, OfWorker what, int value) {
    world.set(what, me, value);
  }

  int key(World world) {
    return get(world, OfWorker.KEY);
  }

  int value(World world) {
    return get(world, OfWorker.VALUE);
  }

  int answer(World world) {
    return get(world, OfWorker.ANSWER);
  }

  Operation operation(World world) {
    return OPERATIONS[get(world, OfWorker.OPERATION) - 1];
  }

  Fence fence(World world) {
    return new Fence(world, process(), key(world));
  }

  int local(World world) {
    return world.get(OfPlace.LOCAL, process(), key(world));
  }

  /** Begins an operation; what is acknowledged now is the least that it may be answered. */
  void begin(World world, Operation operation, int key) {
    int acknowledged = world.get(OfKey.ACKNOWLEDGED, key);
    set(world, OfWorker.BEGUN, get(world, OfWorker.BEGUN) + 1);
    set(world, OfWorker.OPERATION, operation.ordinal() + 1);
    set(world, OfWorker.KEY, key);
    set(world, OfWorker.FLOOR, acknowledged);
    set(world, OfWorker.LOCAL_FLOOR, hearsAll(world, key) ? acknowledged : 0);
  }

  /** Whether everything that was acknowledged has been heard of here. */
  private boolean hearsAll(World world, int key) {
    return world.get(OfPlace.MESSAGE, process(), key) == 0
        && world.get(OfPlace.LOST, process(), key) == 0
        && world.get(OfProcess.CHANNEL, process()) == 0;
  }

  /** Notes an answer that is older than what had been acknowledged. */
  void checkAnswer(World world, int value, int floor) {
    if (value < floor && store.leases()) {
      world.broke(Promise.ANSWER_FRESH);
    }
  }

  /** Gives whoever waits for this worker's load its value, or an exception (zero). */
  void release(World world, int value) {
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      if (world.get(OfWorker.AWAITED, worker) == me + 1) {
        if (value != 0) {
          checkAnswer(world, value, world.get(OfWorker.LOCAL_FLOOR, worker));
        }
        world.forget(worker);
      }
    }
  }

  /** Ends the operation. */
  void end(World world, int value) {
    release(world, value);
    world.forget(me);
  }

  /** Sends word of the key, or of all keys, to the processes that can be reached. */
  void tellOthers(World world) {
    boolean all = operation(world).clears();
    for (int other = 0; other < bounds.processes(); other++) {
      for (int key = 0; key < bounds.keys(); key++) {
        boolean arrives = other != process() && world.get(OfProcess.CHANNEL, other) != 1;
        if (arrives && (all || key == key(world))) {
          world.set(OfPlace.MESSAGE, other, key, 1);
        }
      }
    }
  }
}
