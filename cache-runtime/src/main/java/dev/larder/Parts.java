package dev.larder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts what may be many keys into parts, each of which a store is given at once. */
final class Parts {
  /** The most keys of one call and of one message. */
  static final int MOST_KEYS = 1_000;

  private Parts() {}

  /** The parts, in order; none of nothing. */
  static <T> List<List<T>> of(Collection<T> all) {
    List<T> items = List.copyOf(all);
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < items.size(); from += MOST_KEYS) {
      parts.add(items.subList(from, Math.min(items.size(), from + MOST_KEYS)));
    }
    return parts;
  }
}
