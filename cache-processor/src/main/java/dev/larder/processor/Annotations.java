package dev.larder.processor;

import java.util.Set;

/** The annotations that make a type one to decorate, known by name only. */
final class Annotations {
  private static final String PACKAGE = "dev.larder.annotation.";

  static final Set<String> ALL =
      Set.of(
          PACKAGE + "Cached",
          PACKAGE + "Cached.List",
          PACKAGE + "CachePut",
          PACKAGE + "CachePut.List",
          PACKAGE + "CacheEvict",
          PACKAGE + "CacheEvict.List",
          PACKAGE + "CacheDefaults");

  /** Others that nobody else processes; {@code Generated} is on what we write. */
  static final Set<String> CLAIMED =
      Set.of(PACKAGE + "KeyedBy", PACKAGE + "CacheTypes", "javax.annotation.processing.Generated");

  private Annotations() {}
}
