package dev.larder.protocol;

import dev.larder.protocol.World.OfKey;
import dev.larder.protocol.World.OfWorker;

/**
 * Memcached: no scripts, each command a step of its own. A lease is a placeholder under the key
 * itself, or, over an entry that stays, a key beside it; what depends on it is a {@code cas}.
 */
class MemcachedModel extends StoreModel {
  private static final int VALUE_READ = 1;
  private static final int MARKER_READ = 2;
  private static final int SEED = 4;
  private static final int ADD = 8;
  private static final int REPLACE = 9;
  private static final int WRITE = 10;
  private static final int LET_GO = 11;
  private static final int SIDE = 12;

  MemcachedModel(Bounds bounds) {
    super(bounds);
  }

  @Override
  int choices(World world, Call call, int worker) {
    boolean pair = call != Call.RELEASE && call != Call.REMOVE && call != Call.CLEAR;
    boolean begins = call != Call.TRY_LEASE && world.get(OfWorker.PHASE, worker) == 0;
    boolean second = call == Call.TRY_LEASE && world.get(OfWorker.PHASE, worker) == SIDE;
    return pair && (begins || second) ? 2 : 1;
  }

  @Override
  void step(World world, Call call, int worker, int choice) {
    int key = key(world, worker);
    switch (call) {
      case RELEASE -> release(world, worker, key);
      case REMOVE -> remove(world, key);
      case CLEAR -> clear(world);
      case PUT -> put(world, worker, choice);
      case FILL -> fill(world, worker, key, choice);
      default -> lease(world, call, worker, choice);
    }
  }

  private int phase(World world, int worker) {
    return world.get(OfWorker.PHASE, worker);
  }

  private void go(World world, int worker, int phase) {
    world.set(OfWorker.PHASE, worker, phase);
  }

  /** One of the two reads of a multi-get; true when both are done. */
  private boolean get(World world, int worker, int choice) {
    int phase = phase(world, worker) == SIDE ? 0 : phase(world, worker);
    boolean reads = phase == 0 ? choice == 0 : phase == MARKER_READ;
    if (reads) {
      see(world, worker, key(world, worker));
    } else {
      world.set(OfWorker.SEEN_MARKER, worker, world.get(OfKey.MARKER, 0));
    }
    int after = phase | (reads ? VALUE_READ : MARKER_READ);
    go(world, worker, after);
    return after == (VALUE_READ | MARKER_READ);
  }

  private void see(World world, int worker, int key) {
    world.set(OfWorker.SEEN_A, worker, world.get(OfKey.VALUE_A, key));
    world.set(OfWorker.SEEN_B, worker, world.get(OfKey.VALUE_B, key));
    world.set(OfWorker.SEEN_STAMP, worker, world.get(OfKey.STAMP, key));
    world.set(OfWorker.SEEN_LEASE, worker, world.get(OfKey.LEASE, key));
    world.set(OfWorker.SEEN_CAS, worker, world.get(OfKey.CAS, key));
  }

  private void ends(World world, int worker, int answer) {
    world.forgetSeen(worker);
    answer(world, worker, answer);
  }

  /** Reads, and takes the lease in whichever of the four ways the call and the entry ask for. */
  private void lease(World world, Call call, int worker, int choice) {
    int key = key(world, worker);
    switch (phase(world, worker)) {
      case SEED -> {
        seedMarker(world, worker);
        decide(world, call, worker);
      }
      case ADD -> add(world, worker, key);
      case REPLACE -> replace(world, worker, key);
      case LET_GO -> letGo(world, worker, key);
      default -> {
        if (call == Call.TRY_LEASE && phase(world, worker) == 0) {
          addSideLease(world, worker, key);
        } else if (get(world, worker, choice)) {
          decideOrSeed(world, call, worker);
        }
      }
    }
  }

  private void seedMarker(World world, int worker) {
    if (world.get(OfKey.MARKER, 0) == 0) {
      world.set(OfKey.MARKER, 0, seed(world));
    }
    world.set(OfWorker.SEEN_MARKER, worker, world.get(OfKey.MARKER, 0));
    remember(world, worker, world.get(OfKey.MARKER, 0));
  }

  private void addSideLease(World world, int worker, int key) {
    if (world.get(OfKey.SIDE_LEASE, key) == 0) {
      world.set(OfKey.SIDE_LEASE, key, token(world, worker));
      go(world, worker, SIDE);
    } else {
      ends(world, worker, HELD);
    }
  }

  private void decideOrSeed(World world, Call call, int worker) {
    if (world.get(OfWorker.SEEN_MARKER, worker) == 0) {
      go(world, worker, SEED);
    } else {
      remember(world, worker, world.get(OfWorker.SEEN_MARKER, worker));
      decide(world, call, worker);
    }
  }

  private void decide(World world, Call call, int worker) {
    boolean isThere = seesValue(world, worker);
    boolean valid = isThere && isSeenValid(world, worker);
    boolean readable = valid && seen(world, ownVariant(worker), worker) != 0;
    if (call == Call.TRY_LEASE) {
      decideOver(world, worker, valid, readable);
    } else if (call == Call.LEASE) {
      decideByForce(world, worker, isThere, valid);
    } else if (valid) {
      world.set(OfWorker.VALUE, worker, seen(world, ownVariant(worker), worker));
      ends(world, worker, readable ? FOUND : UNREADABLE);
    } else if (world.get(OfWorker.SEEN_LEASE, worker) != 0) {
      ends(world, worker, HELD);
    } else {
      go(world, worker, isThere ? REPLACE : ADD);
    }
  }

  private static boolean seesValue(World world, int worker) {
    return world.get(OfWorker.SEEN_A, worker) != 0 || world.get(OfWorker.SEEN_B, worker) != 0;
  }

  private static boolean isSeenValid(World world, int worker) {
    int stamp = world.get(OfWorker.SEEN_STAMP, worker);
    return stamp == world.get(OfWorker.SEEN_MARKER, worker);
  }

  private static int seen(World world, OfKey variant, int worker) {
    return world.get(variant == OfKey.VALUE_A ? OfWorker.SEEN_A : OfWorker.SEEN_B, worker);
  }

  /** The side lease is there; the entry as of now decides what becomes of it. */
  private void decideOver(World world, int worker, boolean valid, boolean readable) {
    if (valid && !readable) {
      grantOver(world, worker, seen(world, foreignVariant(worker), worker));
    } else {
      world.set(OfWorker.VALUE, worker, readable ? seen(world, ownVariant(worker), worker) : 0);
      go(world, worker, LET_GO);
    }
  }

  /** The fill will replace the very entry that was seen. */
  private void grantOver(World world, int worker, int foreign) {
    world.set(OfWorker.FOREIGN, worker, foreign);
    world.set(OfWorker.STAMP, worker, world.get(OfWorker.SEEN_MARKER, worker));
    world.set(OfWorker.CAS, worker, world.get(OfWorker.SEEN_CAS, worker));
    ends(world, worker, GRANTED);
  }

  private void decideByForce(World world, int worker, boolean isThere, boolean valid) {
    if (isThere) {
      grantOver(world, worker, valid ? seen(world, foreignVariant(worker), worker) : 0);
    } else {
      go(world, worker, world.get(OfWorker.SEEN_LEASE, worker) == 0 ? ADD : REPLACE);
    }
  }

  private void letGo(World world, int worker, int key) {
    dropSideLease(world, worker, key);
    boolean found = world.get(OfWorker.VALUE, worker) != 0;
    ends(world, worker, found ? FOUND : HELD);
  }

  private void dropSideLease(World world, int worker, int key) {
    if (world.get(OfKey.SIDE_LEASE, key) == token(world, worker)) {
      world.set(OfKey.SIDE_LEASE, key, 0);
    }
  }

  private void add(World world, int worker, int key) {
    if (hasValue(world, key) || world.get(OfKey.LEASE, key) != 0) {
      ends(world, worker, AGAIN);
    } else {
      placeholder(world, worker, key);
    }
  }

  private void replace(World world, int worker, int key) {
    if (world.get(OfKey.CAS, key) == world.get(OfWorker.SEEN_CAS, worker) && isThere(world, key)) {
      disturb(world, key);
      placeholder(world, worker, key);
    } else {
      ends(world, worker, AGAIN);
    }
  }

  private static boolean isThere(World world, int key) {
    return hasValue(world, key) || world.get(OfKey.LEASE, key) != 0;
  }

  private void placeholder(World world, int worker, int key) {
    removeEntry(world, key);
    world.set(OfKey.LEASE, key, token(world, worker));
    world.set(OfKey.CAS, key, world.freshCas());
    world.set(OfWorker.STAMP, worker, world.get(OfWorker.SEEN_MARKER, worker));
    ends(world, worker, GRANTED);
  }

  private void fill(World world, int worker, int key, int choice) {
    switch (phase(world, worker)) {
      case WRITE -> replaceByValue(world, worker, key);
      case LET_GO -> {
        dropSideLease(world, worker, key);
        ends(world, worker, world.get(OfWorker.SEEN_LEASE, worker));
      }
      default -> {
        if (get(world, worker, choice)) {
          go(world, worker, WRITE);
        }
      }
    }
  }

  /** The answer waits in what was seen of leases until the side lease is dropped. */
  private void replaceByValue(World world, int worker, int key) {
    int over = world.get(OfWorker.CAS, worker);
    boolean mine =
        over != 0
            ? world.get(OfWorker.SEEN_CAS, worker) == over
            : world.get(OfWorker.SEEN_LEASE, worker) == token(world, worker);
    boolean untouched =
        isThere(world, key) && world.get(OfKey.CAS, key) == world.get(OfWorker.SEEN_CAS, worker);
    int stamp = world.get(OfWorker.STAMP, worker);
    boolean valid = stamp == world.get(OfWorker.SEEN_MARKER, worker);
    // One's own placeholder goes in any case; an entry that stays is not spoilt for nothing.
    boolean stores = (mine && untouched && (valid || over == 0)) || bounds.has(Flaw.SET_NOT_CAS);
    if (stores) {
      set(world, worker, key, world.get(OfWorker.FOREIGN, worker), stamp);
    }
    int answer = stores && valid ? ACCEPTED : REFUSED;
    if (over == 0) {
      ends(world, worker, answer);
    } else {
      world.forgetSeen(worker);
      world.set(OfWorker.CAS, worker, 0);
      world.set(OfWorker.SEEN_LEASE, worker, answer);
      go(world, worker, LET_GO);
    }
  }

  private void set(World world, int worker, int key, int foreign, int stamp) {
    writeOwn(world, worker, foreign, stamp);
    world.set(OfKey.LEASE, key, 0);
    world.set(OfKey.CAS, key, world.freshCas());
  }

  private void put(World world, int worker, int choice) {
    int key = key(world, worker);
    int phase = phase(world, worker);
    if (phase == SEED) {
      seedMarker(world, worker);
      ends(world, worker, AGAIN);
      return;
    }
    if (phase == 0) {
      world.set(OfWorker.STAMP, worker, remembered(world, worker));
    }
    boolean writes = phase == 0 ? choice == 0 : phase == MARKER_READ;
    if (writes) {
      int disturbed = world.get(OfWorker.DISTURBED, worker);
      disturb(world, key);
      world.set(OfWorker.DISTURBED, worker, disturbed);
      set(world, worker, key, 0, world.get(OfWorker.STAMP, worker));
    } else {
      world.set(OfWorker.SEEN_MARKER, worker, world.get(OfKey.MARKER, 0));
    }
    int after = phase | (writes ? VALUE_READ : MARKER_READ);
    go(world, worker, after);
    if (after == (VALUE_READ | MARKER_READ)) {
      compare(world, worker);
    }
  }

  private void compare(World world, int worker) {
    int marker = world.get(OfWorker.SEEN_MARKER, worker);
    boolean same = marker != 0 && marker == world.get(OfWorker.STAMP, worker);
    if (marker == 0) {
      world.set(OfWorker.SEEN_MARKER, worker, 0);
      go(world, worker, SEED);
      return;
    }
    remember(world, worker, marker);
    ends(world, worker, same || bounds.has(Flaw.PUT_NOT_REDONE) ? ACCEPTED : AGAIN);
  }

  private void release(World world, int worker, int key) {
    if (world.get(OfWorker.CAS, worker) != 0) {
      dropSideLease(world, worker, key);
    } else if (world.get(OfKey.LEASE, key) == token(world, worker)) {
      empty(world, key);
    }
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

  private void clear(World world) {
    world.set(OfKey.MARKER, 0, next(world, 0));
    disturbAll(world);
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
  boolean mayAnswer(World world, int worker) {
    int key = key(world, worker);
    boolean readable = isValid(world, key) && world.get(ownVariant(worker), key) != 0;
    boolean over = isValid(world, key) && !readable;
    return readable
        || (over ? world.get(OfKey.SIDE_LEASE, key) == 0 : world.get(OfKey.LEASE, key) == 0);
  }

  @Override
  boolean stands(World world, int worker) {
    int key = key(world, worker);
    int over = world.get(OfWorker.CAS, worker);
    return over != 0
        ? isThere(world, key) && world.get(OfKey.CAS, key) == over
        : world.get(OfKey.LEASE, key) == token(world, worker);
  }
}
