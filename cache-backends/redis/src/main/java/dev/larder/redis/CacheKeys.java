package dev.larder.redis;

import dev.larder.CacheValidationException;

/**
 * The keys beside the values of one cache. Each begins with a brace, as no value's key does.
 *
 * @param cacheKey how the keys of the cache's values begin: {@code prefix:version:cache}
 */
record CacheKeys(String cacheKey) {
  private static final String LEASE = "}:~lease";

  /** How many of a key's parts name its cache. */
  private static final int NAMING_PARTS = 3;

  CacheKeys {
    requireNoBraces(cacheKey);
  }

  /** Those of the cache that the key of a value names. */
  static CacheKeys ofValue(String key) {
    int end = -1;
    for (int part = 0; part < NAMING_PARTS; part++) {
      end = key.indexOf(':', end + 1);
      if (end < 0) {
        return new CacheKeys(key);
      }
    }
    return new CacheKeys(key.substring(0, end));
  }

  /** Where the messages of a channel are counted. */
  static String numbers(String channel) {
    return "{" + channel + "}:~numbers";
  }

  /** The lease of a value, in its slot. */
  static String lease(String key) {
    requireNoBraces(key);
    return "{" + key + LEASE;
  }

  /** Braces would name another slot. */
  static void requireNoBraces(String key) {
    if (key.indexOf('{') >= 0 || key.indexOf('}') >= 0) {
      throw new CacheValidationException(
          "a key of a Redis store must not hold braces, which name slots: \"" + key + "\"");
    }
  }

  /** The value of a lease's key; what is no lease's is taken for a value's. */
  static String value(String key) {
    return key.startsWith("{") && key.endsWith(LEASE)
        ? key.substring(1, key.length() - LEASE.length())
        : key;
  }

  /** Where the generation stands on one server. */
  String marker() {
    return marker(tag());
  }

  /**
   * Where a copy of the generation stands in a cluster: in a slot of the group.
   *
   * @param group of consecutive slots
   * @param groups how many of them there are
   */
  String marker(int group, int groups) {
    for (int i = 0; ; i++) {
      String marker = marker(tag() + "~" + i);
      if (Slot.of(marker) / (Slot.COUNT / groups) == group) {
        return marker;
      }
    }
  }

  private String marker(String tag) {
    int end = cacheKey.lastIndexOf(':');
    return "{" + tag + "}:~gen:" + (end <= 0 ? cacheKey : cacheKey.substring(end + 1));
  }

  /** Prefix and version. */
  private String tag() {
    int end = cacheKey.lastIndexOf(':');
    return end <= 0 ? "~" : cacheKey.substring(0, end);
  }
}
