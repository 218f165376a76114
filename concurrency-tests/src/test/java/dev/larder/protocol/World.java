package dev.larder.protocol;

import java.util.Arrays;

/**
 * One state of everything: small numbers in a fixed layout. Zero means none, empty or no
 * everywhere.
 */
final class World {
  private final Bounds bounds;
  private final Layout layout;
  private final byte[] cells;

  private World(Bounds bounds, Layout layout, byte[] cells) {
    this.bounds = bounds;
    this.layout = layout;
    this.cells = cells;
  }

  /** Nothing cached, every row in its first version. */
  static World initial(Bounds bounds) {
    Layout layout = bounds.layout();
    World world = new World(bounds, layout, new byte[layout.size()]);
    for (int key = 0; key < bounds.keys(); key++) {
      world.set(OfKey.SOURCE, key, 1);
    }
    world.cells[layout.of(Budget.FAULTS)] = Byte.MAX_VALUE;
    bounds.budgets().forEach((budget, most) -> world.cells[layout.of(budget)] = most.byteValue());
    return world;
  }

  World copy() {
    return with(cells.clone());
  }

  /** Another state of the same search. */
  World with(byte[] others) {
    return new World(bounds, layout, others);
  }

  byte[] cells() {
    return cells;
  }

  int get(OfKey what, int key) {
    return cells[layout.of(what, key)];
  }

  void set(OfKey what, int key, int value) {
    cells[layout.of(what, key)] = (byte) value;
  }

  int get(OfPlace what, int process, int key) {
    return cells[layout.of(what, process, key)];
  }

  void set(OfPlace what, int process, int key, int value) {
    cells[layout.of(what, process, key)] = (byte) value;
  }

  int get(OfProcess what, int process) {
    return cells[layout.of(what, process)];
  }

  void set(OfProcess what, int process, int value) {
    cells[layout.of(what, process)] = (byte) value;
  }

  int get(OfWorker what, int worker) {
    return cells[layout.of(what, worker)];
  }

  void set(OfWorker what, int worker, int value) {
    cells[layout.of(what, worker)] = (byte) value;
  }

  /** Forgets everything that the worker knows, but how many operations it has begun. */
  void forget(int worker) {
    int begun = get(OfWorker.BEGUN, worker);
    int start = layout.of(OfWorker.OPERATION, worker);
    Arrays.fill(cells, start, start + OfWorker.COUNT, (byte) 0);
    set(OfWorker.BEGUN, worker, begun);
  }

  /** Forgets how far the worker was in a call, and what it has seen in it. */
  void forgetSeen(int worker) {
    set(OfWorker.PHASE, worker, 0);
    int start = layout.of(OfWorker.SEEN_A, worker);
    Arrays.fill(cells, start, layout.of(OfWorker.SEEN_MARKER, worker) + 1, (byte) 0);
  }

  /** Takes one from what is left; false if nothing is. */
  boolean spend(Budget budget) {
    if (cells[layout.of(budget)] == 0
        || (budget.isFault() && cells[layout.of(Budget.FAULTS)] == 0)) {
      return false;
    }
    cells[layout.of(budget)]--;
    if (budget.isFault()) {
      cells[layout.of(Budget.FAULTS)]--;
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
      used |=
          bit(get(OfKey.STAMP, key))
              | bit(get(OfKey.LEASE_STAMP, key))
              | bit(get(OfKey.MARKER, key));
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
      used |= bit(get(OfKey.CAS, key)) | bit(get(OfKey.SIDE_CAS, key));
    }
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      used |=
          bit(get(OfWorker.CAS, worker))
              | bit(get(OfWorker.SEEN_CAS, worker))
              | bit(get(OfWorker.SEEN_SIDE_CAS, worker));
    }
    return unused(used);
  }

  private static int unused(long used) {
    return Long.numberOfTrailingZeros(~(used | 1));
  }

  private static long bit(int number) {
    return 1L << number;
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
