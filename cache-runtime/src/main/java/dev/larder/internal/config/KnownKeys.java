package dev.larder.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys that mean something, in files and as variables. */
public final class KnownKeys {
  static final String CHAINS = "larder.chains.";
  static final String CACHES = "larder.caches.";
  private static final List<String> ROOTS = List.of("clock", "key-prefix", "version");
  private static final List<String> OF_CACHES =
      List.of(
          "early-refresh",
          "enabled",
          "jitter",
          "leases",
          "load-timeout",
          "local-ttl",
          "null-ttl",
          "refresh-after",
          "stale-ttl",
          "ttl",
          "version");
  static final List<String> OF_CHAINS =
      List.of(
          "channel",
          "codec",
          "compression",
          "compression.level",
          "compression.threshold",
          "early-refresh",
          "jitter",
          "load-timeout",
          "local.maximum-size",
          "local.ttl",
          "max-staleness",
          "max-value-size",
          "null-ttl",
          "read-timeout",
          "refresh-after",
          "stale-ttl",
          "tiers",
          "ttl",
          "write-timeout");

  private final List<StoreKind> stores;
  private final Set<String> ofChains = new TreeSet<>(OF_CHAINS);

  /** With these stores to choose from. */
  public KnownKeys(List<StoreKind> stores) {
    this.stores = List.copyOf(stores);
    for (StoreKind store : stores) {
      store.settings().forEach(setting -> ofChains.add(store.type() + "." + setting));
    }
  }

  List<StoreKind> stores() {
    return stores;
  }

  /** The settings that chains have, without the beginning of their keys. */
  Set<String> ofChains() {
    return ofChains;
  }

  static List<String> ofCaches() {
    return OF_CACHES;
  }

  static List<String> roots() {
    return ROOTS;
  }

  /** The chain that a key is of, if it is of one; its name has no dot. */
  static Optional<String> chain(String key) {
    int end = key.startsWith(CHAINS) ? key.indexOf('.', CHAINS.length()) : -1;
    return end < 0 ? Optional.empty() : Optional.of(key.substring(CHAINS.length(), end));
  }

  /** The cache that a key is of, if it is of one; its name may have dots. */
  static Optional<String> cache(String key) {
    int end = key.startsWith(CACHES) ? key.lastIndexOf('.') : -1;
    return end < CACHES.length()
        ? Optional.empty()
        : Optional.of(key.substring(CACHES.length(), end));
  }

  /** Refuses a key that means nothing. */
  void requireKnown(Stated stated) {
    if (!isKnown(stated.key())) {
      throw new UnknownKey(this, stated.key()).at(stated.where());
    }
  }

  boolean isKnown(String key) {
    Optional<String> chain = chain(key);
    Optional<String> cache = cache(key);
    return ROOTS.stream().anyMatch(root -> key.equals("larder." + root))
        || chain.filter(name -> ofChains.contains(after(key, CHAINS + name))).isPresent()
        || cache.filter(name -> OF_CACHES.contains(after(key, CACHES + name))).isPresent();
  }

  static String after(String key, String beginning) {
    return key.substring(beginning.length() + 1);
  }

  /** A key or name as variables have it: {@code LARDER_KEY_PREFIX}. */
  public static String relaxed(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
