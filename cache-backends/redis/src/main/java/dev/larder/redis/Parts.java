package dev.larder.redis;

import java.util.ArrayList;
import java.util.List;

/** Long lists in parts that a server answers in a moment. */
final class Parts {
  /** What one round trip carries. */
  private static final int MOST = 2_000;

  private Parts() {}

  static <T> List<List<T>> of(List<T> all) {
    return of(all, MOST);
  }

  static <T> List<List<T>> of(List<T> all, int size) {
    if (all.size() == 1) {
      return List.of(all);
    }
    List<List<T>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += size) {
      parts.add(all.subList(i, Math.min(all.size(), i + size)));
    }
    return parts;
  }
}
