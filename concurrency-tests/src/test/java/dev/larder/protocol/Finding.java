package dev.larder.protocol;

import java.util.List;

/**
 * What a search came to.
 *
 * @param name what was searched
 * @param states how many states were visited
 * @param depth how many steps the farthest of them is away
 * @param nanos how long it took
 * @param broken the promise that was broken, or null if none was
 * @param trace the steps to it
 */
record Finding(String name, int states, int depth, long nanos, Promise broken, List<String> trace) {

  /** One line of the table. */
  String row() {
    return "%-44s %,12d %6d %8.2f s  %s"
        .formatted(name, states, depth, nanos / 1e9, broken == null ? "holds" : broken.broken());
  }
}
