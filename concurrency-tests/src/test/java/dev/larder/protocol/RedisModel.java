package dev.larder.protocol;

/** One Redis server: each call is a script that sees value, lease and marker at once. */
class RedisModel extends StoreModel {
  RedisModel(Bounds bounds) {
    super(bounds);
  }

  @Override
  void step(World world, Call call, int worker, int choice) {
    int key = key(world, worker);
    if (call != Call.CLEAR) {
      seedIfMissing(world);
    }
    switch (call) {
      case READ_OR_LEASE -> readOrLease(world, worker, key);
      case LEASE -> lease(world, worker, key);
      case TRY_LEASE -> tryLease(world, worker, key);
      case FILL -> fill(world, worker, key);
      case RELEASE -> release(world, worker, key);
      case PUT -> put(world, worker, key);
      case REMOVE -> remove(world, key);
      case CLEAR -> clear(world);
    }
  }

  private void readOrLease(World world, int worker, int key) {
    if (isValid(world, key)) {
      find(world, worker, key);
    } else if (holder(world, key) == 0) {
      carry(world, worker, key);
      grant(world, worker, key);
    } else {
      answer(world, worker, HELD);
    }
  }

  private void seedIfMissing(World world) {
    if (world.get(OfKey.MARKER, 0) == 0 && !bounds.has(Flaw.MISSING_IS_VALID)) {
      world.set(OfKey.MARKER, 0, seed(world));
    }
  }

  private void find(World world, int worker, int key) {
    int own = world.get(ownVariant(worker), key);
    world.set(OfWorker.VALUE, worker, own);
    world.set(OfWorker.FOREIGN, worker, world.get(foreignVariant(worker), key));
    answer(world, worker, own == 0 ? UNREADABLE : FOUND);
  }

  private void grant(World world, int worker, int key) {
    seedAtGrant(world);
    world.set(OfKey.LEASE, key, token(world, worker));
    world.set(OfKey.LEASE_STAMP, key, world.get(OfKey.MARKER, 0));
    world.set(OfWorker.STAMP, worker, world.get(OfKey.MARKER, 0));
    answer(world, worker, bounds.has(Flaw.NO_LEASE) ? ABSENT : GRANTED);
    if (bounds.has(Flaw.NO_LEASE)) {
      dropLease(world, key);
    }
  }

  private void seedAtGrant(World world) {
    if (world.get(OfKey.MARKER, 0) == 0) {
      world.set(OfKey.MARKER, 0, seed(world));
    }
  }

  private void lease(World world, int worker, int key) {
    world.set(OfWorker.FOREIGN, worker, 0);
    grant(world, worker, key);
  }

  /** What the entry holds of the other build at the moment of the lease. */
  private void carry(World world, int worker, int key) {
    boolean early = bounds.has(Flaw.CARRIED_FROM_READ);
    if (!early || world.get(OfWorker.FOREIGN, worker) == 0) {
      int foreign = isValid(world, key) ? world.get(foreignVariant(worker), key) : 0;
      world.set(OfWorker.FOREIGN, worker, foreign);
    }
  }

  private void tryLease(World world, int worker, int key) {
    boolean free = holder(world, key) == 0 || bounds.has(Flaw.LEASE_BY_FORCE);
    if (isValid(world, key) && world.get(ownVariant(worker), key) != 0) {
      find(world, worker, key);
    } else if (free) {
      carry(world, worker, key);
      grant(world, worker, key);
    } else {
      answer(world, worker, HELD);
    }
  }

  private void fill(World world, int worker, int key) {
    boolean mine = world.get(OfKey.LEASE, key) == token(world, worker);
    boolean valid = mine && world.get(OfKey.LEASE_STAMP, key) == world.get(OfKey.MARKER, 0);
    boolean late = mine && bounds.has(Flaw.STAMPED_AT_FILL);
    boolean stores = valid || late || bounds.has(Flaw.FILL_UNCHECKED);
    if (stores) {
      int stamp = world.get(OfKey.MARKER, 0);
      writeOwn(world, worker, world.get(OfWorker.FOREIGN, worker), stamp);
      dropLease(world, key);
    }
    answer(world, worker, stores ? ACCEPTED : REFUSED);
  }

  private static void dropLease(World world, int key) {
    world.set(OfKey.LEASE, key, 0);
    world.set(OfKey.LEASE_STAMP, key, 0);
  }

  private void release(World world, int worker, int key) {
    if (world.get(OfKey.LEASE, key) == token(world, worker)) {
      dropLease(world, key);
    }
  }

  private void put(World world, int worker, int key) {
    seedAtGrant(world);
    writeOwn(world, worker, 0, world.get(OfKey.MARKER, 0));
    if (!bounds.has(Flaw.PUT_KEEPS_LEASE)) {
      dropLease(world, key);
    }
  }

  private void remove(World world, int key) {
    removeEntry(world, key);
    dropLease(world, key);
    disturb(world, key);
  }

  private void clear(World world) {
    world.set(OfKey.MARKER, 0, next(world, 0));
    disturbAll(world);
  }

  /** A clear ends all leases with the entries. */
  @Override
  int holder(World world, int key) {
    boolean stands = world.get(OfKey.LEASE_STAMP, key) == world.get(OfKey.MARKER, 0);
    return stands || bounds.has(Flaw.LEASE_OUTLIVES_CLEAR) ? world.get(OfKey.LEASE, key) : 0;
  }
}
