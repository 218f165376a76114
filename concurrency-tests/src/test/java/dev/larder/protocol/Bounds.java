package dev.larder.protocol;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a search looks at: how many of each there are, and what may happen how often.
 *
 * @param name what the table calls it
 * @param store makes the store's model
 * @param processes how many processes
 * @param keys how many keys
 * @param workers the process of each worker, and what it may do
 * @param operations how many operations each worker begins at the most
 * @param budgets what may happen how often
 * @param flaws the guards left out
 * @param mixed whether every second process is of another build
 */
record Bounds(
    String name,
    Function<Bounds, StoreModel> store,
    int processes,
    int keys,
    List<Hand> workers,
    int operations,
    Map<Budget, Integer> budgets,
    Set<Flaw> flaws,
    boolean mixed) {

  /**
   * A worker.
   *
   * @param process where it runs
   * @param menu what it may do
   */
  record Hand(int process, List<Operation> menu) {}

  static Bounds of(String name, Function<Bounds, StoreModel> store) {
    return new Bounds(
        name,
        store,
        2,
        1,
        List.of(),
        1,
        new EnumMap<>(Budget.class),
        EnumSet.noneOf(Flaw.class),
        false);
  }

  Bounds named(String other) {
    return new Bounds(other, store, processes, keys, workers, operations, budgets, flaws, mixed);
  }

  Bounds processes(int number) {
    return new Bounds(name, store, number, keys, workers, operations, budgets, flaws, mixed);
  }

  Bounds keys(int number) {
    return new Bounds(name, store, processes, number, workers, operations, budgets, flaws, mixed);
  }

  Bounds worker(int process, Operation... menu) {
    List<Hand> more = new ArrayList<>(workers);
    more.add(new Hand(process, List.of(menu)));
    return new Bounds(
        name, store, processes, keys, List.copyOf(more), operations, budgets, flaws, mixed);
  }

  /** A worker that reads two keys at once, and a partner for the second one. */
  Bounds bulkReader(int process) {
    return worker(process, Operation.BULK).worker(process);
  }

  /** The other of the two workers of a bulk read; negative if there is none. */
  int partner(int worker) {
    if (workers.get(worker).menu().equals(List.of(Operation.BULK))) {
      return worker + 1;
    }
    return workers.get(worker).menu().isEmpty() ? worker - 1 : -1;
  }

  Bounds operations(int each) {
    return new Bounds(name, store, processes, keys, workers, each, budgets, flaws, mixed);
  }

  Bounds most(Budget budget, int times) {
    Map<Budget, Integer> more = new EnumMap<>(Budget.class);
    more.putAll(budgets);
    more.put(budget, times);
    return new Bounds(name, store, processes, keys, workers, operations, more, flaws, mixed);
  }

  Bounds without(Flaw flaw) {
    Set<Flaw> more = EnumSet.of(flaw);
    more.addAll(flaws);
    return new Bounds(name, store, processes, keys, workers, operations, budgets, more, mixed);
  }

  Bounds mixedBuilds() {
    return new Bounds(name, store, processes, keys, workers, operations, budgets, flaws, true);
  }

  Layout layout() {
    return new Layout(processes, keys, workers.size());
  }

  boolean has(Flaw flaw) {
    return flaws.contains(flaw);
  }

  /** Writers that put stand one behind the other: nobody orders them by the source's versions. */
  boolean writesInTurn() {
    return workers.stream().anyMatch(each -> each.menu().contains(Operation.PUT));
  }

  @Override
  public String toString() {
    return name;
  }
}
