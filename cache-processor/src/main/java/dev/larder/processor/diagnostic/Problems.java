package dev.larder.processor.diagnostic;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Gathers the problems of one type, so that all of them are told in one run, each once. Not
 * thread-safe; made anew for each type and round.
 */
public final class Problems {
  /** One problem at its place, its text complete. */
  record Found(Problem problem, Place place, String text) {}

  private final Set<Found> found = new LinkedHashSet<>();

  /** Adds a problem; the same text at the same place counts once. */
  public void add(Problem problem, Place place, Object... arguments) {
    found.add(new Found(problem, place, problem.text(arguments)));
  }

  /**
   * Whether a decorator without any cache can be written even so, for other code to compile
   * against.
   */
  public boolean allowSkeleton() {
    return found.stream().noneMatch(one -> one.problem().forbidsDecorator());
  }

  /** What was found, in the order in which it was. */
  Set<Found> all() {
    return found;
  }
}
