package dev.larder.protocol;

import java.util.Locale;

/**
 * A store, as workers call it. Each call is one atomic step or several; between two of them anybody
 * else may make steps. A call of several keeps its place in the worker's phase, and is over when it
 * is back at zero.
 */
abstract class StoreModel {
  /** The store has a value that the worker's build can read. */
  static final int FOUND = 1;

  /** The store has an entry without a variant of the worker's build. */
  static final int UNREADABLE = 2;

  /** The store has no value, and the worker has the lease now. */
  static final int GRANTED = 3;

  /** The store has no value, and another has the lease. */
  static final int HELD = 4;

  /** The store has no value, and knows no leases. */
  static final int ABSENT = 5;

  /** A fill was stored. */
  static final int ACCEPTED = 6;

  /** A fill was not stored. */
  static final int REFUSED = 7;

  /** No answer came. */
  static final int FAILED = 9;

  /** What was done is to be done again; the call is not over. */
  static final int AGAIN = 8;

  final Bounds bounds;

  StoreModel(Bounds bounds) {
    this.bounds = bounds;
  }

  /** What a worker asks of the store. */
  enum Call {
    READ_OR_LEASE,
    LEASE,
    TRY_LEASE,
    FILL,
    RELEASE,
    PUT,
    REMOVE,
    CLEAR;

    String inWords() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  static String inWords(int answer) {
    return switch (answer) {
      case FOUND -> "found";
      case UNREADABLE -> "found, but of the other build";
      case GRANTED -> "leased";
      case HELD -> "held by another";
      case ABSENT -> "absent";
      case ACCEPTED -> "accepted";
      case REFUSED -> "refused";
      default -> "nothing";
    };
  }

  /** Whether a fill depends on anything. Where it does not, less is promised. */
  boolean leases() {
    return true;
  }

  /** How many different next steps the call has. */
  int choices(World world, Call call, int worker) {
    return 1;
  }

  /** Makes the call's next step. */
  abstract void step(World world, Call call, int worker, int choice);

  /** The token of the lease on the key that stands; 0: none. */
  int holder(World world, int key) {
    return world.get(OfKey.LEASE, key);
  }

  /** The token of the lease beside an entry that stays; 0: none. */
  int sideHolder(World world, int key) {
    return 0;
  }

  /** Whether a fill by the worker would be stored now. */
  boolean stands(World world, int worker) {
    return holder(world, key(world, worker)) == token(world, worker);
  }

  /** Whether a worker that was told Held would be told otherwise now. */
  final boolean mayAnswer(World world, int worker) {
    int key = key(world, worker);
    boolean readable = isValid(world, key) && world.get(ownVariant(worker), key) != 0;
    return readable || (holder(world, key) == 0 && sideHolder(world, key) == 0);
  }

  /** Whether the store's entry of the key is valid. */
  boolean isValid(World world, int key) {
    int marker = world.get(OfKey.MARKER, group(key));
    return hasValue(world, key)
        && (world.get(OfKey.STAMP, key) == marker
            || (marker == 0 && bounds.has(Flaw.MISSING_IS_VALID)));
  }

  /** The key whose marker is that of this key. */
  int group(int key) {
    return 0;
  }

  /** The entry's time is over. */
  void expire(World world, int key) {
    removeEntry(world, key);
  }

  /** The lease's time is over. */
  void endLease(World world, int key) {
    world.set(OfKey.LEASE, key, 0);
    world.set(OfKey.LEASE_STAMP, key, 0);
  }

  final void removeEntry(World world, int key) {
    write(world, key, 0, 0, 0);
  }

  final void write(World world, int key, int a, int b, int stamp) {
    world.set(OfKey.VALUE_A, key, a);
    world.set(OfKey.VALUE_B, key, b);
    world.set(OfKey.STAMP, key, stamp);
  }

  /** Stores what the worker has, with the other build's variant that it carries. */
  final void writeOwn(World world, int worker, int foreign, int stamp) {
    int own = world.get(OfWorker.VALUE, worker);
    int key = key(world, worker);
    if (build(worker) == 0) {
      write(world, key, own, foreign, stamp);
    } else {
      write(world, key, foreign, own, stamp);
    }
  }

  static boolean hasValue(World world, int key) {
    return world.get(OfKey.VALUE_A, key) != 0 || world.get(OfKey.VALUE_B, key) != 0;
  }

  /** Which variant the worker reads and writes. */
  final int build(int worker) {
    return bounds.mixed() ? process(worker) % 2 : 0;
  }

  final OfKey ownVariant(int worker) {
    return build(worker) == 0 ? OfKey.VALUE_A : OfKey.VALUE_B;
  }

  final OfKey foreignVariant(int worker) {
    return build(worker) == 0 ? OfKey.VALUE_B : OfKey.VALUE_A;
  }

  final int process(int worker) {
    return bounds.workers().get(worker).process();
  }

  static int key(World world, int worker) {
    return world.get(OfWorker.KEY, worker);
  }

  /** The worker's lease: no two operations ever have the same. */
  final int token(World world, int worker) {
    return worker * bounds.operations() + world.get(OfWorker.BEGUN, worker);
  }

  /** A number for a generation that is missing. */
  final int seed(World world) {
    return bounds.has(Flaw.SEEDS_REPEAT) ? 1 : world.freshGeneration();
  }

  /** A number for the generation after a clear. */
  final int next(World world, int key) {
    return bounds.has(Flaw.SEEDS_REPEAT)
        ? world.get(OfKey.MARKER, key) + 1
        : world.freshGeneration();
  }

  final void remember(World world, int worker, int marker) {
    world.set(OfPlace.REMEMBERED, process(worker), group(key(world, worker)), marker);
  }

  final int remembered(World world, int worker) {
    return world.get(OfPlace.REMEMBERED, process(worker), group(key(world, worker)));
  }

  /** Notes that an entry was changed by another than who has just put it. */
  final void disturb(World world, int key) {
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      if (key(world, worker) == key) {
        disturbWorker(world, worker);
      }
    }
  }

  final void disturbOthers(World world, int worker) {
    int disturbed = world.get(OfWorker.DISTURBED, worker);
    disturb(world, key(world, worker));
    world.set(OfWorker.DISTURBED, worker, disturbed);
  }

  final void disturbAll(World world) {
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      disturbWorker(world, worker);
    }
  }

  private static void disturbWorker(World world, int worker) {
    if (world.get(OfWorker.OPERATION, worker) == Operation.PUT.ordinal() + 1) {
      world.set(OfWorker.DISTURBED, worker, 1);
    }
  }

  final void answer(World world, int worker, int answer) {
    world.set(OfWorker.ANSWER, worker, answer);
  }
}
