package dev.larder.internal.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads settings from the variables of the environment. An empty one states nothing. */
final class Variables {
  private static final String PREFIX = "LARDER_";
  private static final String KEY_PREFIX = "larder.key-prefix";
  private static final String CHAINS = KnownKeys.relaxed(KnownKeys.CHAINS);
  private static final String CACHES = KnownKeys.relaxed(KnownKeys.CACHES);

  private final KnownKeys keys;
  private final Set<String> chains;

  /**
   * With the names of the chains that there may be: a variable does not tell small letters from
   * capitals, nor a hyphen from a dot.
   */
  Variables(KnownKeys keys, Set<String> chains) {
    this.keys = keys;
    this.chains = chains;
  }

  /** What the variables state; two may state one key if they state the same. */
  List<Stated> read(Map<String, String> environment) {
    Map<String, Stated> stated = new LinkedHashMap<>();
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (states(name, value)) {
                key(name).ifPresent(key -> add(stated, key, name, value));
              }
            });
    return new ArrayList<>(stated.values());
  }

  /** Kubernetes sets these for a service: {@code REDIS_PORT=tcp://10.0.0.1:6379}. */
  private static boolean isLink(String name, String value) {
    return name.startsWith(PREFIX + "SERVICE_")
        || (name.contains("_PORT") && (value.startsWith("tcp://") || value.startsWith("udp://")))
        || name.startsWith(PREFIX + "PORT_");
  }

  private static void add(Map<String, Stated> stated, String key, String name, String value) {
    String where = key.equals(name) ? "the environment" : "the variable " + name;
    Stated other = stated.putIfAbsent(key, new Stated(key, value, where));
    if (other != null && !other.value().equals(value)) {
      throw new RefusedSetting(
          key + " is stated twice: by " + other.where() + ", and by the variable " + name);
    }
  }

  private Optional<String> key(String name) {
    if (name.startsWith(PREFIX)) {
      return name.equals(Sources.VARIABLE) ? Optional.empty() : Optional.of(own(name));
    }
    return keys.stores().stream().flatMap(store -> ofStore(store, name).stream()).findFirst();
  }

  /** The first of the store's own variables that is set. */
  static Optional<String> defining(StoreKind store, Map<String, String> environment) {
    return store.environment().keySet().stream()
        .filter(name -> states(name, environment.get(name)))
        .sorted()
        .findFirst();
  }

  static boolean states(String name, @Nullable String value) {
    return value != null && !value.isEmpty() && !isLink(name, value);
  }

  private static Optional<String> ofStore(StoreKind store, String name) {
    if (name.equals(KnownKeys.relaxed(store.type()) + "_KEY_PREFIX")) {
      return Optional.of(KEY_PREFIX);
    }
    String group = KnownKeys.CHAINS + store.type() + "." + store.type() + ".";
    return Optional.ofNullable(store.environment().get(name)).map(setting -> group + setting);
  }

  private String own(String name) {
    return KnownKeys.roots().stream()
        .map(root -> "larder." + root)
        .filter(key -> KnownKeys.relaxed(key).equals(name))
        .findFirst()
        .or(() -> chainKey(name))
        .or(() -> cacheKey(name))
        .orElseThrow(() -> new UnknownKey(keys, name).ofVariables());
  }

  private Optional<String> chainKey(String name) {
    return longest(name, CHAINS, keys.ofChains())
        .map(
            setting -> {
              int end = name.length() - setting.length() - 1;
              return KnownKeys.CHAINS + chain(name.substring(CHAINS.length(), end)) + "." + setting;
            });
  }

  private String chain(String relaxed) {
    return chains.stream()
        .filter(chain -> KnownKeys.relaxed(chain).equals(relaxed))
        .findFirst()
        .orElseGet(() -> relaxed.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Whose cache it is shows when caches are opened: until then the variable is the key. */
  private static Optional<String> cacheKey(String name) {
    return longest(name, CACHES, KnownKeys.ofCaches()).map(setting -> name);
  }

  /** The setting that a variable ends in, of several the longest. */
  private static Optional<String> longest(
      String name, String beginning, Iterable<String> settings) {
    List<String> ends = new ArrayList<>();
    for (String setting : settings) {
      String end = "_" + KnownKeys.relaxed(setting);
      if (name.startsWith(beginning)
          && name.endsWith(end)
          && name.length() > beginning.length() + end.length()) {
        ends.add(setting);
      }
    }
    return ends.stream().max(Comparator.comparingInt(String::length));
  }

  /** The cache whose setting a key is that is a variable, in capitals. */
  static Optional<String> relaxedCache(String key) {
    return longest(key, CACHES, KnownKeys.ofCaches())
        .map(setting -> key.substring(CACHES.length(), key.length() - setting.length() - 1));
  }
}
