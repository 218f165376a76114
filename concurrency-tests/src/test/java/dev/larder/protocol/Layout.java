package dev.larder.protocol;

/**
 * Where in a world's cells each number lies: the promise that was broken, budgets, keys, places,
 * processes, workers.
 */
final class Layout {
  private static final int BUDGETS = 1;
  private static final int KEYS = BUDGETS + Budget.COUNT;

  private final int keys;
  private final int places;
  private final int processes;
  private final int workers;
  private final int size;

  Layout(int processCount, int keyCount, int workerCount) {
    this.keys = keyCount;
    this.places = KEYS + keyCount * OfKey.COUNT;
    this.processes = places + processCount * keyCount * OfPlace.COUNT;
    this.workers = processes + processCount * OfProcess.COUNT;
    this.size = workers + workerCount * OfWorker.COUNT;
  }

  int size() {
    return size;
  }

  int of(Budget budget) {
    return BUDGETS + budget.ordinal();
  }

  int of(OfKey what, int key) {
    return KEYS + key * OfKey.COUNT + what.ordinal();
  }

  int of(OfPlace what, int process, int key) {
    return places + (process * keys + key) * OfPlace.COUNT + what.ordinal();
  }

  int of(OfProcess what, int process) {
    return processes + process * OfProcess.COUNT + what.ordinal();
  }

  int of(OfWorker what, int worker) {
    return workers + worker * OfWorker.COUNT + what.ordinal();
  }
}
