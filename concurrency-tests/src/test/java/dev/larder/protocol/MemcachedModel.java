package dev.larder.protocol;

/**
 * Memcached: no scripts; each read of an item and each write is a step of its own, and {@code cas}
 * writes only where the item is the one that was seen. A lease is a mark in the place of a missing
 * value; beside a value that is there, it is a mark under another key that names the value's
 * number. Each server has a marker of its own, so each key here has.
 */
class MemcachedModel extends StoreModel {
  private static final int ITEM_SEEN = 1;
  private static final int BESIDE = 2;
  private static final int SEED = 3;
  private static final int MARK = 4;
  private static final int MARK_BESIDE = 5;
  private static final int WRITE = 6;
  private static final int SET_DONE = 7;
  private static final int MARKER_READ = 8;
  private static final int LET_GO = 9;

  MemcachedModel(Bounds bounds) {
    super(bounds);
  }

  @Override
  int group(int key) {
    return key;
  }

  @Override
  int choices(World world, Call call, int worker) {
    return call == Call.PUT && world.get(OfWorker.PHASE, worker) == 0 ? 2 : 1;
  }

  @Override
  void step(World world, Call call, int worker, int choice) {
    switch (call) {
      case PUT -> put(world, worker, choice);
      case REMOVE -> remove(world, key(world, worker));
      case CLEAR -> clear(world, worker);
      default -> stepAfterLook(world, call, worker);
    }
  }

  private void stepAfterLook(World world, Call call, int worker) {
    int key = key(world, worker);
    switch (world.get(OfWorker.PHASE, worker)) {
      case 0 -> {
        sight(world, worker).seeItem(key);
        go(world, worker, ITEM_SEEN);
      }
      case ITEM_SEEN -> {
        world.set(OfWorker.SEEN_MARKER, worker, world.get(OfKey.MARKER, key));
        if (isBeside(world, call, worker)) {
          go(world, worker, BESIDE);
        } else {
          decide(world, call, worker);
        }
      }
      case BESIDE -> {
        sight(world, worker).seeBeside(key);
        decide(world, call, worker);
      }
      case SEED -> {
        seedMarker(world, worker, key);
        decide(world, call, worker);
      }
      default -> write(world, call, worker, key);
    }
  }

  private static MemcachedSight sight(World world, int worker) {
    return new MemcachedSight(world, worker);
  }

  private static void go(World world, int worker, int phase) {
    world.set(OfWorker.PHASE, worker, phase);
  }

  /** Whether the lease beside the value is asked for, too. */
  private static boolean isBeside(World world, Call call, int worker) {
    return call == Call.TRY_LEASE || call == Call.LEASE || world.get(OfWorker.CAS, worker) != 0;
  }

  private void seedMarker(World world, int worker, int key) {
    if (world.get(OfKey.MARKER, key) == 0) {
      world.set(OfKey.MARKER, key, seed(world));
    }
    world.set(OfWorker.SEEN_MARKER, worker, world.get(OfKey.MARKER, key));
  }

  private void decide(World world, Call call, int worker) {
    int marker = world.get(OfWorker.SEEN_MARKER, worker);
    if (call == Call.FILL || call == Call.RELEASE) {
      decideOfOwn(world, call, worker, marker);
    } else if (marker == 0) {
      go(world, worker, SEED);
    } else {
      remember(world, worker, marker);
      decideOfLease(world, call, worker);
    }
  }

  private void decideOfLease(World world, Call call, int worker) {
    MemcachedSight sight = sight(world, worker);
    boolean valid = sight.isValid();
    if (valid && call == Call.READ_OR_LEASE) {
      find(world, worker);
    } else if (call != Call.LEASE && (valid ? sight.isHeldBeside() : sight.isHeld())) {
      ends(world, worker, HELD);
    } else {
      go(world, worker, valid ? MARK_BESIDE : MARK);
    }
  }

  private void find(World world, int worker) {
    int own = sight(world, worker).variant(build(worker));
    world.set(OfWorker.VALUE, worker, own);
    ends(world, worker, own == 0 ? UNREADABLE : FOUND);
  }

  /** A fill or a release: whether the lease still stands. */
  private void decideOfOwn(World world, Call call, int worker, int marker) {
    int over = world.get(OfWorker.CAS, worker);
    boolean mine = sight(world, worker).isLeasedTo(token(world, worker), over);
    boolean stands = mine && world.get(OfWorker.STAMP, worker) == marker;
    if (stands || (call == Call.FILL && bounds.has(Flaw.SET_NOT_CAS))) {
      go(world, worker, WRITE);
    } else {
      ends(world, worker, REFUSED);
    }
  }

  private void ends(World world, int worker, int answer) {
    world.forgetSeen(worker);
    answer(world, worker, answer);
  }

  private void write(World world, Call call, int worker, int key) {
    switch (world.get(OfWorker.PHASE, worker)) {
      case MARK -> mark(world, worker, key);
      case MARK_BESIDE -> markBeside(world, call, worker, key);
      case LET_GO -> {
        world.set(OfKey.SIDE_LEASE, key, 0);
        world.set(OfKey.SIDE_CAS, key, 0);
        ends(world, worker, FOUND);
      }
      default -> {
        if (call == Call.FILL) {
          fill(world, worker, key);
        } else {
          release(world, worker, key);
        }
      }
    }
  }

  private void mark(World world, int worker, int key) {
    if (!sight(world, worker).isUnchanged(key)) {
      ends(world, worker, AGAIN);
      return;
    }
    int marker = world.get(OfWorker.SEEN_MARKER, worker);
    write(world, key, 0, 0, marker);
    world.set(OfKey.LEASE, key, token(world, worker));
    world.set(OfKey.CAS, key, world.freshCas());
    world.set(OfWorker.STAMP, worker, marker);
    world.set(OfWorker.FOREIGN, worker, 0);
    ends(world, worker, GRANTED);
  }

  private void markBeside(World world, Call call, int worker, int key) {
    if (world.get(OfKey.SIDE_LEASE, key) != world.get(OfWorker.SEEN_SIDE, worker)) {
      ends(world, worker, call == Call.LEASE ? AGAIN : HELD);
      return;
    }
    int over = world.get(OfWorker.SEEN_CAS, worker);
    world.set(OfKey.SIDE_LEASE, key, token(world, worker));
    world.set(OfKey.SIDE_CAS, key, over);
    int own = sight(world, worker).variant(build(worker));
    if (call == Call.TRY_LEASE && own != 0) {
      world.set(OfWorker.VALUE, worker, own);
      go(world, worker, LET_GO);
      return;
    }
    world.set(OfWorker.CAS, worker, over);
    world.set(OfWorker.STAMP, worker, world.get(OfWorker.SEEN_MARKER, worker));
    int foreign = sight(world, worker).variant(1 - build(worker));
    world.set(OfWorker.FOREIGN, worker, call == Call.LEASE ? 0 : foreign);
    ends(world, worker, GRANTED);
  }

  private void fill(World world, int worker, int key) {
    boolean stores = sight(world, worker).isUnchanged(key) || bounds.has(Flaw.SET_NOT_CAS);
    if (stores) {
      set(world, worker, key, world.get(OfWorker.FOREIGN, worker));
    }
    ends(world, worker, stores ? ACCEPTED : REFUSED);
  }

  private void set(World world, int worker, int key, int foreign) {
    writeOwn(world, worker, foreign, world.get(OfWorker.STAMP, worker));
    world.set(OfKey.LEASE, key, 0);
    world.set(OfKey.CAS, key, world.freshCas());
  }

  private void release(World world, int worker, int key) {
    if (world.get(OfWorker.CAS, worker) == 0) {
      if (sight(world, worker).isUnchanged(key)) {
        empty(world, key);
      }
    } else if (world.get(OfKey.SIDE_LEASE, key) == token(world, worker)) {
      world.set(OfKey.SIDE_LEASE, key, 0);
      world.set(OfKey.SIDE_CAS, key, 0);
    }
    ends(world, worker, REFUSED);
  }

  private void put(World world, int worker, int choice) {
    int key = key(world, worker);
    int phase = world.get(OfWorker.PHASE, worker);
    if (phase == SEED) {
      seedMarker(world, worker, key);
      remember(world, worker, world.get(OfKey.MARKER, key));
      ends(world, worker, AGAIN);
      return;
    }
    if (phase == 0) {
      world.set(OfWorker.STAMP, worker, remembered(world, worker));
    }
    boolean sets = phase == 0 ? choice == 0 : phase == MARKER_READ;
    if (sets) {
      disturbOthers(world, worker);
      set(world, worker, key, 0);
    } else {
      world.set(OfWorker.SEEN_MARKER, worker, world.get(OfKey.MARKER, key));
    }
    if (phase == 0) {
      go(world, worker, sets ? SET_DONE : MARKER_READ);
    } else {
      compare(world, worker);
    }
  }

  private void compare(World world, int worker) {
    int marker = world.get(OfWorker.SEEN_MARKER, worker);
    if (marker == 0) {
      go(world, worker, SEED);
      return;
    }
    remember(world, worker, marker);
    boolean same = marker == world.get(OfWorker.STAMP, worker);
    ends(world, worker, same || bounds.has(Flaw.PUT_NOT_REDONE) ? ACCEPTED : AGAIN);
  }

  private void empty(World world, int key) {
    removeEntry(world, key);
    world.set(OfKey.LEASE, key, 0);
    world.set(OfKey.CAS, key, 0);
  }

  private void remove(World world, int key) {
    empty(world, key);
    disturb(world, key);
  }

  /** One server after the other. */
  private void clear(World world, int worker) {
    int server = world.get(OfWorker.PHASE, worker);
    world.set(OfKey.MARKER, server, next(world, server));
    world.set(OfPlace.REMEMBERED, process(worker), server, 0);
    disturbAll(world);
    go(world, worker, (server + 1) % bounds.keys());
  }

  @Override
  void expire(World world, int key) {
    empty(world, key);
  }

  @Override
  void endLease(World world, int key) {
    empty(world, key);
  }

  @Override
  int holder(World world, int key) {
    boolean stands = world.get(OfKey.STAMP, key) == world.get(OfKey.MARKER, key);
    return stands ? world.get(OfKey.LEASE, key) : 0;
  }

  @Override
  int sideHolder(World world, int key) {
    boolean stands = isValid(world, key) && world.get(OfKey.SIDE_CAS, key) == cas(world, key);
    return stands ? world.get(OfKey.SIDE_LEASE, key) : 0;
  }

  private static int cas(World world, int key) {
    return world.get(OfKey.CAS, key);
  }

  @Override
  boolean stands(World world, int worker) {
    int key = key(world, worker);
    int token = token(world, worker);
    return token
        == (world.get(OfWorker.CAS, worker) == 0 ? holder(world, key) : sideHolder(world, key));
  }
}
