package dev.larder;

import dev.larder.internal.config.KnownKeys;
import java.util.Map;

/**
 * The settings of single caches, over their annotations: by code, by configuration for the cache of
 * a name, and by variables, whose names have no small letters, for any cache of such a name.
 *
 * @param code what code states, by names
 * @param stated what configuration states, by names
 * @param relaxed what variables state, by names in capitals
 */
record CacheOverrides(
    Map<String, CacheSettings> code,
    Map<String, CacheSettings> stated,
    Map<String, CacheSettings> relaxed) {
  /** Nothing is stated of any cache. */
  static final CacheOverrides NONE = new CacheOverrides(Map.of(), Map.of(), Map.of());

  CacheOverrides {
    code = Map.copyOf(code);
    stated = Map.copyOf(stated);
    relaxed = Map.copyOf(relaxed);
  }

  /** These, under what code states. */
  CacheOverrides withCode(Map<String, CacheSettings> settings) {
    return new CacheOverrides(settings, stated, relaxed);
  }

  /** The settings of a cache. */
  CacheSettings of(String cache) {
    CacheSettings variables = relaxed.getOrDefault(KnownKeys.relaxed(cache), CacheSettings.NONE);
    return code.getOrDefault(cache, CacheSettings.NONE)
        .orElse(stated.getOrDefault(cache, variables));
  }
}
