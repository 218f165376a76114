package dev.larder.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * Visits every state that can be reached within the bounds, nearest first, so that the trace to a
 * broken promise is one of the shortest there are.
 */
final class Search {
  private static final int CHOICES = 256;

  private final Bounds bounds;
  private final List<Actor> actors = new ArrayList<>();
  private final Promises promises;
  private final States states = new States();

  private Search(Bounds bounds) {
    this.bounds = bounds;
    StoreModel store = bounds.store().apply(bounds);
    Faults faults = new Faults(bounds, store);
    for (int worker = 0; worker < bounds.workers().size(); worker++) {
      actors.add(new Worker(bounds, store, worker));
    }
    actors.addAll(faults.actors());
    this.promises = new Promises(bounds, store, faults);
  }

  /** Searches until everything was visited, or a promise is broken. */
  static Finding within(Bounds bounds) {
    return new Search(bounds).run();
  }

  private Finding run() {
    long start = System.nanoTime();
    World first = World.initial(bounds);
    states.add(first.cells(), 0, 0);
    List<byte[]> level = List.of(first.cells());
    int numberOfFirst = 0;
    int depth = 0;
    Broken broken = null;
    while (!level.isEmpty() && broken == null) {
      List<byte[]> next = new ArrayList<>();
      int numberOfNext = states.size();
      for (int i = 0; i < level.size() && broken == null; i++) {
        broken = expand(first.with(level.get(i)), numberOfFirst + i, next);
      }
      level = next;
      numberOfFirst = numberOfNext;
      depth += next.isEmpty() ? 0 : 1;
    }
    long nanos = System.nanoTime() - start;
    return new Finding(
        bounds.name(),
        states.size(),
        depth,
        nanos,
        broken == null ? null : broken.promise(),
        broken == null ? List.of() : trace(broken));
  }

  private record Broken(Promise promise, int state) {}

  /** Adds the new states that are one step away; gives what is broken in one of them. */
  private Broken expand(World world, int number, List<byte[]> next) {
    boolean moved = false;
    for (int actor = 0; actor < actors.size(); actor++) {
      int choices = actors.get(actor).choices(world);
      for (int choice = 0; choice < choices; choice++) {
        World after = world.copy();
        if (actors.get(actor).take(after, choice) == null) {
          continue;
        }
        moved = true;
        Promise broken = promises.broken(after);
        if (states.add(after.cells(), number, actor * CHOICES + choice)) {
          next.add(after.cells());
          if (broken != null) {
            return new Broken(broken, states.size() - 1);
          }
        }
      }
    }
    return moved || !promises.someoneWaits(world)
        ? null
        : new Broken(Promise.NO_STANDSTILL, number);
  }

  /** Goes the way again, this time with words. */
  private List<String> trace(Broken broken) {
    List<String> trace = new ArrayList<>();
    World world = World.initial(bounds);
    String before = world.toString();
    trace.add("at first:" + before);
    for (int step : states.path(broken.state())) {
      Actor actor = actors.get(step / CHOICES);
      String what = actor.take(world, step % CHOICES);
      String after = world.toString();
      String changed = after.equals(before) ? "" : "-> " + after.strip();
      trace.add("%-66s %s".formatted(actor.name() + " " + what, changed).stripTrailing());
      before = after;
    }
    trace.add("so that " + broken.promise().broken());
    return trace;
  }
}
