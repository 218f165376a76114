package dev.larder.protocol;

/**
 * A Redis cluster: a script sees the value and its lease, but no marker, which lies in another
 * slot. So a call sends two commands at once, the script with the number that its process remembers
 * and a GET of the marker, which the servers carry out in either order; if the numbers differ, the
 * call is made again with the new one. Each key has a copy of the marker with a number of its own.
 */
class ClusterModel extends StoreModel {
  private static final int SCRIPT_DONE = 1;
  private static final int MARKER_READ = 2;
  private static final int SEED = 4;

  ClusterModel(Bounds bounds) {
    super(bounds);
  }

  @Override
  int group(int key) {
    return key;
  }

  @Override
  int choices(World world, Call call, int worker) {
    return isPaired(call) && world.get(OfWorker.PHASE, worker) == 0 ? 2 : 1;
  }

  /** Whether the marker is read beside the script. */
  private static boolean isPaired(Call call) {
    return call != Call.RELEASE && call != Call.REMOVE && call != Call.CLEAR;
  }

  @Override
  void step(World world, Call call, int worker, int choice) {
    int key = key(world, worker);
    switch (call) {
      case RELEASE -> release(world, worker, key);
      case REMOVE -> remove(world, key);
      case CLEAR -> clear(world, worker);
      default -> stepOfPair(world, call, worker, choice);
    }
  }

  private void stepOfPair(World world, Call call, int worker, int choice) {
    int phase = world.get(OfWorker.PHASE, worker);
    if (phase == SEED) {
      seedMarker(world, worker);
      return;
    }
    if (phase == 0 && call != Call.FILL) {
      world.set(OfWorker.STAMP, worker, remembered(world, worker));
    }
    boolean scripts = phase == 0 ? choice == 0 : phase == MARKER_READ;
    if (scripts) {
      script(world, call, worker, key(world, worker));
      phase |= SCRIPT_DONE;
    } else {
      int marker = world.get(OfKey.MARKER, key(world, worker));
      world.set(OfWorker.SEEN_MARKER, worker, marker);
      phase |= MARKER_READ;
    }
    world.set(OfWorker.PHASE, worker, phase);
    boolean trusts = bounds.has(Flaw.MARKER_NOT_READ) && remembered(world, worker) != 0;
    if (phase == (SCRIPT_DONE | MARKER_READ) || (trusts && phase == SCRIPT_DONE)) {
      compare(world, call, worker, trusts);
    }
  }

  private void seedMarker(World world, int worker) {
    int key = key(world, worker);
    if (world.get(OfKey.MARKER, key) == 0) {
      world.set(OfKey.MARKER, key, seed(world));
    }
    remember(world, worker, world.get(OfKey.MARKER, key));
    world.set(OfWorker.PHASE, worker, 0);
    again(world, worker);
  }

  /** A call that is made again asks for the same, in a state of its own until it is answered. */
  private void again(World world, int worker) {
    world.set(OfWorker.ANSWER, worker, AGAIN);
  }

  private void compare(World world, Call call, int worker, boolean trusts) {
    int marker = trusts ? remembered(world, worker) : world.get(OfWorker.SEEN_MARKER, worker);
    world.set(OfWorker.SEEN_MARKER, worker, 0);
    world.set(OfWorker.PHASE, worker, 0);
    boolean same = marker == world.get(OfWorker.STAMP, worker);
    if (call == Call.FILL) {
      if (!same) {
        answer(world, worker, REFUSED);
      }
    } else if (marker == 0) {
      if (!bounds.has(Flaw.MISSING_IS_VALID) || world.get(OfWorker.STAMP, worker) == 0) {
        world.set(OfWorker.PHASE, worker, SEED);
      }
    } else if (!same) {
      remember(world, worker, marker);
      if (call != Call.PUT || !bounds.has(Flaw.PUT_NOT_REDONE)) {
        again(world, worker);
      }
    }
  }

  private void script(World world, Call call, int worker, int key) {
    switch (call) {
      case READ_OR_LEASE -> readOrLease(world, worker, key, false);
      case TRY_LEASE -> readOrLease(world, worker, key, true);
      case LEASE -> {
        world.set(OfWorker.FOREIGN, worker, 0);
        grant(world, worker, key);
      }
      case FILL -> fill(world, worker, key);
      default -> put(world, worker, key);
    }
  }

  private boolean isOfCall(World world, int worker, int key) {
    int stamp = world.get(OfWorker.STAMP, worker);
    return stamp != 0 && hasValue(world, key) && world.get(OfKey.STAMP, key) == stamp;
  }

  private void readOrLease(World world, int worker, int key, boolean wantsLease) {
    int lease = world.get(OfKey.LEASE, key);
    boolean mine = lease == token(world, worker) && !bounds.has(Flaw.OWN_LEASE_UNKNOWN);
    boolean valid = isOfCall(world, worker, key);
    boolean readable = valid && world.get(ownVariant(worker), key) != 0;
    if (readable || (valid && !wantsLease)) {
      world.set(OfWorker.VALUE, worker, world.get(ownVariant(worker), key));
      answer(world, worker, readable ? FOUND : UNREADABLE);
      if (mine) {
        dropLease(world, key);
      }
    } else if (lease == 0 || mine || isTakenForOutdated(world, worker, key)) {
      carry(world, worker, key);
      grant(world, worker, key);
    } else {
      answer(world, worker, HELD);
    }
  }

  /** The number that a process remembers may be the outdated one. */
  private boolean isTakenForOutdated(World world, int worker, int key) {
    return bounds.has(Flaw.OTHER_NUMBER_IS_OVER)
        && world.get(OfKey.LEASE_STAMP, key) != world.get(OfWorker.STAMP, worker);
  }

  private void carry(World world, int worker, int key) {
    int foreign = isOfCall(world, worker, key) ? world.get(foreignVariant(worker), key) : 0;
    world.set(OfWorker.FOREIGN, worker, foreign);
  }

  private void grant(World world, int worker, int key) {
    if (!isOfCall(world, worker, key)) {
      // It may be valid, and the number that this process remembers over: the fill will erase it.
      disturb(world, key);
    }
    world.set(OfKey.LEASE, key, token(world, worker));
    world.set(OfKey.LEASE_STAMP, key, world.get(OfWorker.STAMP, worker));
    answer(world, worker, GRANTED);
  }

  private void fill(World world, int worker, int key) {
    boolean mine = world.get(OfKey.LEASE, key) == token(world, worker);
    if (mine) {
      int stamp = world.get(OfWorker.STAMP, worker);
      writeOwn(world, worker, world.get(OfWorker.FOREIGN, worker), stamp);
      dropLease(world, key);
    }
    answer(world, worker, mine ? ACCEPTED : REFUSED);
  }

  private void put(World world, int worker, int key) {
    disturbOthers(world, worker);
    writeOwn(world, worker, 0, world.get(OfWorker.STAMP, worker));
    dropLease(world, key);
    answer(world, worker, ACCEPTED);
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

  private void remove(World world, int key) {
    removeEntry(world, key);
    dropLease(world, key);
    disturb(world, key);
  }

  /** One copy after the other. */
  private void clear(World world, int worker) {
    int group = world.get(OfWorker.PHASE, worker);
    int marker = next(world, group);
    world.set(OfKey.MARKER, group, marker);
    world.set(OfPlace.REMEMBERED, process(worker), group, marker);
    disturbAll(world);
    world.set(OfWorker.PHASE, worker, (group + 1) % bounds.keys());
  }
}
