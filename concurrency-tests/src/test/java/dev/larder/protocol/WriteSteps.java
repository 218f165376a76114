package dev.larder.protocol;

/**
 * The steps of a worker that puts, evicts or clears, as in the engine's {@code Writer}.
 *
 * @param self the worker
 */
record WriteSteps(Self self) {
  String beginClear(World world) {
    self.set(world, OfWorker.VALUE, world.get(OfKey.SOURCE, self.key(world)));
    self.go(world, At.CLEAR);
    return "clears";
  }

  String writeSource(World world) {
    int version = world.get(OfKey.SOURCE, self.key(world)) + 1;
    world.set(OfKey.SOURCE, self.key(world), version);
    self.set(world, OfWorker.VALUE, version);
    self.go(world, first(self.operation(world)));
    return "writes the source, to " + self.operation(world);
  }

  private At first(Operation operation) {
    if (operation == Operation.WRITE_AND_CLEAR) {
      return At.CLEAR;
    }
    if (operation == Operation.EVICT && self.bounds().has(Flaw.LOCAL_FIRST)) {
      return At.DROP_FIRST;
    }
    return self.bounds().has(Flaw.MESSAGE_FIRST) ? At.TELL_FIRST : At.BEGIN_WRITE;
  }

  String dropFirst(World world) {
    self.fence(world).drop();
    self.go(world, At.REMOVE);
    return "drops the local entry";
  }

  String tellFirst(World world) {
    self.tellOthers(world);
    self.go(world, At.BEGIN_WRITE);
    return "tells the others";
  }

  String beginWrite(World world) {
    if (!self.bounds().has(Flaw.PUT_UNBRACKETED)) {
      self.fence(world).beginWrite();
    }
    self.go(world, self.operation(world) == Operation.PUT ? At.PUT : At.REMOVE);
    return "begins its write";
  }

  String removed(World world) {
    self.go(world, self.bounds().has(Flaw.LOCAL_FIRST) ? At.TELL : At.END_WRITE);
    return "removes from the store";
  }

  String put(World world) {
    self.go(world, At.END_WRITE);
    return "puts into the store";
  }

  String cleared(World world) {
    self.go(world, At.CLEAR_LOCAL);
    return "gives the cache a new generation";
  }

  /** A put that the store did not confirm leaves no local entry, and nobody is told. */
  String endWrite(World world) {
    boolean failed = self.answer(world) == StoreModel.FAILED;
    boolean keeps = self.operation(world) == Operation.PUT && !failed;
    int value = keeps ? self.value(world) : 0;
    if (self.bounds().has(Flaw.PUT_UNBRACKETED)) {
      self.fence(world).drop();
      world.set(OfPlace.LOCAL, self.process(), self.key(world), value);
    } else {
      self.fence(world).endWrite(value);
    }
    if (failed) {
      world.forget(self.me());
    } else if (self.bounds().has(Flaw.MESSAGE_FIRST)) {
      acknowledge(world);
    } else {
      self.go(world, At.TELL);
    }
    return value == 0 ? "drops the local entry" : "puts into the local tier";
  }

  /** Each key for which something is under way is dropped by itself, then the rest. */
  String clearLocal(World world) {
    int next = self.get(world, OfWorker.PHASE);
    while (next < self.bounds().keys() && !new Fence(world, self.process(), next).isBusy()) {
      next++;
    }
    if (next < self.bounds().keys()) {
      new Fence(world, self.process(), next).drop();
      self.set(world, OfWorker.PHASE, next + 1);
      return "drops a local entry for which something is under way";
    }
    for (int key = 0; key < self.bounds().keys(); key++) {
      world.set(OfPlace.LOCAL, self.process(), key, 0);
    }
    self.set(world, OfWorker.PHASE, 0);
    if (self.answer(world) == StoreModel.FAILED) {
      world.forget(self.me());
    } else {
      self.go(world, At.TELL);
    }
    return "empties the local tier";
  }

  String tell(World world) {
    self.tellOthers(world);
    if (self.operation(world) == Operation.REFRESH) {
      world.forget(self.me());
    } else {
      acknowledge(world);
    }
    return "tells the others, and returns";
  }

  private void acknowledge(World world) {
    int key = self.key(world);
    int value = self.value(world);
    world.set(OfKey.ACKNOWLEDGED, key, Math.max(world.get(OfKey.ACKNOWLEDGED, key), value));
    if (self.operation(world) == Operation.PUT && !isKept(world, key, value)) {
      world.broke(Promise.PUT_KEPT);
    }
    world.forget(self.me());
  }

  private boolean isKept(World world, int key, int value) {
    StoreModel store = self.store();
    boolean excused = !store.leases() || self.get(world, OfWorker.DISTURBED) != 0;
    return excused
        || (store.isValid(world, key) && world.get(store.ownVariant(self.me()), key) >= value);
  }
}
