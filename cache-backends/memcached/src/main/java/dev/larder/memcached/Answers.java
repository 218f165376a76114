package dev.larder.memcached;

import dev.larder.CacheException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Several answers, of one server or of many. */
final class Answers {
  private Answers() {}

  /**
   * What each answers.
   *
   * @throws CacheException the first failure, once all have answered or failed
   */
  static <T> List<T> awaitAll(List<Answer<T>> answers) {
    return all(answers.stream().<Supplier<T>>map(answer -> answer::await).toList());
  }

  /**
   * What each gives.
   *
   * @throws CacheException the first failure, once all have given something or failed
   */
  static <T> List<T> all(List<Supplier<T>> suppliers) {
    List<T> all = new ArrayList<>(suppliers.size());
    CacheException first = null;
    for (Supplier<T> supplier : suppliers) {
      try {
        all.add(supplier.get());
      } catch (CacheException e) {
        first = firstOf(first, e);
      }
    }
    if (first != null) {
      throw first;
    }
    return all;
  }

  private static CacheException firstOf(@Nullable CacheException first, CacheException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }
}
