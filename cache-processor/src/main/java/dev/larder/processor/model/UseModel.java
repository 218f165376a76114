package dev.larder.processor.model;

import dev.larder.processor.diagnostic.Place;
import java.util.Optional;

/** What one annotation of a method says about one cache. */
public sealed interface UseModel {
  /** Where the annotation stands. */
  Place place();

  /** The cache. */
  CacheId cache();

  /**
   * The key; empty if the whole cache is meant, or if it could not be read and a problem says so.
   */
  Optional<KeyModel> key();

  /** {@code read}, {@code put}, {@code evict} or {@code clear}, as in the generated model. */
  String operation();

  /** {@code @Cached}. */
  record Read(
      Place place,
      CacheId cache,
      Optional<KeyModel> key,
      Optional<ValueModel> value,
      SettingsModel settings,
      Optional<GuardModel> condition,
      Optional<GuardModel> unless)
      implements UseModel {
    @Override
    public String operation() {
      return "read";
    }
  }

  /**
   * {@code @CachePut}.
   *
   * @param source what is put; empty: the result, or a problem says why it could not be read
   * @param value the type of what is put, out of its {@code Optional}
   */
  record Put(
      Place place,
      CacheId cache,
      Optional<KeyModel> key,
      Optional<PathModel> source,
      Optional<ValueModel> value)
      implements UseModel {
    @Override
    public String operation() {
      return "put";
    }
  }

  /**
   * {@code @CacheEvict}; one for each chain, innermost first, if it reaches several.
   *
   * @param allEntries whether the whole cache is cleared
   * @param beforeInvocation whether it happens before the method's own code runs
   */
  record Evict(
      Place place,
      CacheId cache,
      Optional<KeyModel> key,
      boolean allEntries,
      boolean beforeInvocation)
      implements UseModel {
    @Override
    public String operation() {
      return allEntries ? "clear" : "evict";
    }
  }
}
