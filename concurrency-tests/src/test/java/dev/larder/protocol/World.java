package dev.larder.protocol;

import java.util.Arrays;

/**
 * One state of everything: small numbers in a fixed layout. Zero means none, empty or no
 * everywhere.
 */
final class World {
  /** What there is once for each key. */
  enum OfKey {
    /** The source's row: its version. */
    SOURCE,
    /** The version that the last acknowledged write of the key left in the source. */
    ACKNOWLEDGED,
    /** The store's entry: what the two builds' variants hold, a version of the source each. */
    VALUE_A,
    VALUE_B,
    /** The store's entry: the generation it was stamped with. */
    STAMP,
    /** The store's lease: the token of its holder. In Memcached a placeholder is a lease. */
    LEASE,
    /** The store's entry: a number that every change of it renews. */
    CAS,
    /** Memcached: the lease over an entry that stays. */
    SIDE_LEASE,
    /** The generation that is valid; of one store, only the first key's is used. */
    MARKER
  }

  /** What there is for each key in each process. */
  enum OfPlace {
    /** The local tier's entry: a version of the source. */
    LOCAL,
    /** The fence: the worker whose load is registered, counted from 1. */
    LOADING,
    /** The fence: how many writes are between their steps. */
    WRITES,
    /** The fence: whether two of them overlapped. */
    RACED,
    /** A message is under way to this process. */
    MESSAGE,
    /** A message to this process was lost, and nobody knows. */
    LOST,
    /** The generation that this process remembers. */
    REMEMBERED
  }

  /** What there is once for each process. */
  enum OfProcess {
    /** Messages: 0 arrive; 1 are lost; 2 arrive again, but the engine was not told of the gap. */
    CHANNEL,
    DIED
  }

  /** A worker, which is a thread of a process: where it is, and what it knows. */
  enum OfWorker {
    /** Its operation, counted from 1. */
    OPERATION,
    KEY,
    AT,
    /** How far it is in a call of several steps. */
    PHASE,
    /** How many operations it has begun. */
    BEGUN,
    /** What was acknowledged when its operation began. */
    FLOOR,
    /** The same for what may come from the local tier, which may wait for a message. */
    LOCAL_FLOOR,
    /** What it loaded, found or wrote: a version of the source. */
    VALUE,
    /** The other build's variant, which it carries over. */
    FOREIGN,
    /** The store's last answer. */
    ANSWER,
    /** The generation of its lease. */
    STAMP,
    /** The entry's number that its fill depends on. */
    CAS,
    /** What a read of several steps has seen so far. */
    SEEN_A,
    SEEN_B,
    SEEN_STAMP,
    SEEN_LEASE,
    SEEN_CAS,
    SEEN_MARKER,
    /** Whose load it waits for, counted from 1. */
    AWAITED,
    /** Whether anything else changed the entry that its put wrote. */
    DISTURBED
  }

  private final Bounds bounds;
  private final byte[] cells;

  private World(Bounds bounds, byte[] cells) {
    this.bounds = bounds;
    this.cells = cells;
  }

  /** Nothing cached, every row in its first version. */
  static World initial(Bounds bounds) {
    World world = new World(bounds, new byte[size(bounds)]);
    for (int key = 0; key < bounds.keys(); key++) {
      world.set(OfKey.SOURCE, key, 1);
    }
    world.cells[world.index(Budget.FAULTS)] = Byte.MAX_VALUE;
    bounds.budgets().forEach((budget, most) -> world.cells[world.index(budget)] = most.byteValue());
    return world;
  }

  private static int size(Bounds bounds) {
    return 1 + Budget.COUNT + workersAt(bounds) + bounds.workers().size() * WORKER;
  }

  private static final int KEY = OfKey.values().length;
  private static final int PLACE = OfPlace.values().length;
  private static final int PROCESS = OfProcess.values().length;
  private static final int WORKER = OfWorker.values().length;

  private static int workersAt(Bounds bounds) {
    return bounds.keys() * KEY + bounds.processes() * (bounds.keys() * PLACE + PROCESS);
  }

  World copy() {
    return new World(bounds, cells.clone());
  }

  Bounds bounds() {
    return bounds;
  }

  byte[] cells() {
    return cells;
  }

  static World of(Bounds bounds, byte[] cells) {
    return new World(bounds, cells);
  }

  int get(OfKey what, int key) {
    return cells[index(what, key)];
  }

  void set(OfKey what, int key, int value) {
    cells[index(what, key)] = (byte) value;
  }

  int get(OfPlace what, int process, int key) {
    return cells[index(what, process, key)];
  }

  void set(OfPlace what, int process, int key, int value) {
    cells[index(what, process, key)] = (byte) value;
  }

  int get(OfProcess what, int process) {
    return cells[index(what, process)];
  }

  void set(OfProcess what, int process, int value) {
    cells[index(what, process)] = (byte) value;
  }

  int get(OfWorker what, int worker) {
    return cells[index(what, worker)];
  }

  void set(OfWorker what, int worker, int value) {
    cells[index(what, worker)] = (byte) value;
  }

  /** Forgets everything that the worker knows, but how many operations it has begun. */
  void forget(int worker) {
    int begun = get(OfWorker.BEGUN, worker);
    int start = index(OfWorker.OPERATION, worker);
    Arrays.fill(cells, start, start + WORKER, (byte) 0);
    set(OfWorker.BEGUN, worker, begun);
  }

  /** Forgets how far the worker was in a call, and what it has seen in it. */
  void forgetSeen(int worker) {
    set(OfWorker.PHASE, worker, 0);
    int start = index(OfWorker.SEEN_A, worker);
    Arrays.fill(cells, start, index(OfWorker.SEEN_MARKER, worker) + 1, (byte) 0);
  }

  /** Takes one from what is left; false if nothing is. */
  boolean spend(Budget budget) {
    if (cells[index(budget)] == 0 || (budget.isFault() && cells[index(Budget.FAULTS)] == 0)) {
      return false;
    }
    cells[index(budget)]--;
    if (budget.isFault()) {
      cells[index(Budget.FAULTS)]--;
    }
    return true;
  }

  /** Notes the first promise that was broken. */
  void broke(Promise promise) {
    if (cells[0] == 0) {
      cells[0] = (byte) (promise.ordinal() + 1);
    }
  }

  /** The promise that was broken first, or null. */
  Promise broken() {
    return cells[0] == 0 ? null : Promise.values()[cells[0] - 1];
  }

  /** A random number of which only matters that it occurs nowhere else. */
  int freshGeneration() {
    long used = 0;
    for (int key = 0; key < bounds.keys(); key++) {
      used |= bit(get(OfKey.STAMP, key)) | bit(get(OfKey.MARKER, key));
      for (int process = 0; process < bounds.processes(); process++) {
        used |= bit(get(OfPlace.REMEMBERED, process, key));
      }
    }
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      used |=
          bit(get(OfWorker.STAMP, worker))
              | bit(get(OfWorker.SEEN_STAMP, worker))
              | bit(get(OfWorker.SEEN_MARKER, worker));
    }
    return unused(used);
  }

  /** The number of a changed entry, which occurs nowhere else either. */
  int freshCas() {
    long used = 0;
    for (int key = 0; key < bounds.keys(); key++) {
      used |= bit(get(OfKey.CAS, key));
    }
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      used |= bit(get(OfWorker.CAS, worker)) | bit(get(OfWorker.SEEN_CAS, worker));
    }
    return unused(used);
  }

  private static int unused(long used) {
    return Long.numberOfTrailingZeros(~(used | 1));
  }

  private static long bit(int number) {
    return 1L << number;
  }

  private int index(Budget budget) {
    return 1 + budget.ordinal();
  }

  private int index(OfKey what, int key) {
    return 1 + Budget.COUNT + key * KEY + what.ordinal();
  }

  private int index(OfPlace what, int process, int key) {
    return 1
        + Budget.COUNT
        + bounds.keys() * KEY
        + (process * bounds.keys() + key) * PLACE
        + what.ordinal();
  }

  private int index(OfProcess what, int process) {
    return 1
        + Budget.COUNT
        + bounds.keys() * KEY
        + bounds.processes() * bounds.keys() * PLACE
        + process * PROCESS
        + what.ordinal();
  }

  private int index(OfWorker what, int worker) {
    return 1 + Budget.COUNT + workersAt(bounds) + worker * WORKER + what.ordinal();
  }

  /** For a trace: source, store, local tiers, messages under way. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int key = 0; key < bounds.keys(); key++) {
      describe(text, key);
    }
    return text.toString();
  }

  private void describe(StringBuilder text, int key) {
    text.append(bounds.keys() > 1 ? " key " + key + ":" : "")
        .append(" source ")
        .append(get(OfKey.SOURCE, key))
        .append(", acknowledged ")
        .append(get(OfKey.ACKNOWLEDGED, key))
        .append(", store ")
        .append(get(OfKey.VALUE_A, key))
        .append(get(OfKey.VALUE_B, key) == 0 ? "" : "/" + get(OfKey.VALUE_B, key))
        .append('@')
        .append(get(OfKey.STAMP, key))
        .append(" of ")
        .append(get(OfKey.MARKER, key))
        .append(get(OfKey.LEASE, key) == 0 ? "" : " leased to " + get(OfKey.LEASE, key))
        .append(", local");
    for (int process = 0; process < bounds.processes(); process++) {
      text.append(' ')
          .append(get(OfPlace.LOCAL, process, key))
          .append(get(OfPlace.MESSAGE, process, key) == 0 ? "" : " (message)");
    }
  }
}
