package dev.larder.internal.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys that mean something, in files and as variables. */
public final class KnownKeys {
  static final String CHAINS = "larder.chains.";
  static final String CACHES = "larder.caches.";
  private static final List<String> ROOTS = List.of("clock", "key-prefix", "version");
  private static final List<String> OF_CACHES =
      List.of("enabled", "jitter", "local-ttl", "null-ttl", "ttl", "version");
  private static final List<String> OF_CHAINS =
      List.of(
          "codec",
          "compression",
          "compression.level",
          "compression.threshold",
          "jitter",
          "local.maximum-size",
          "local.ttl",
          "max-value-size",
          "null-ttl",
          "tiers",
          "ttl");

  /** Stores that are not part of the runtime, by their tiers. */
  private static final Set<String> ARTIFACTS = Set.of("memcached", "redis");

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
      throw unknown("key " + stated.key() + " (" + stated.where() + ")", stated.key());
    }
  }

  private boolean isKnown(String key) {
    Optional<String> chain = chain(key);
    Optional<String> cache = cache(key);
    return ROOTS.stream().anyMatch(root -> key.equals("larder." + root))
        || chain.filter(name -> ofChains.contains(after(key, CHAINS + name))).isPresent()
        || cache.filter(name -> OF_CACHES.contains(after(key, CACHES + name))).isPresent();
  }

  private static String after(String key, String beginning) {
    return key.substring(beginning.length() + 1);
  }

  private RefusedSetting unknown(String what, String key) {
    String instead =
        missingStore(key).or(() -> begun(key)).or(() -> grouped(key)).orElseGet(() -> near(key));
    return new RefusedSetting("unknown " + what + instead);
  }

  /** A refusal of a variable that means nothing. */
  RefusedSetting unknownVariable(String name) {
    List<String> known = candidates(name, "_", KnownKeys::relaxed);
    String hint = NearName.hint(name, known, "; variables that begin with LARDER_ stand for keys");
    return new RefusedSetting("unknown variable " + name + hint);
  }

  /** The store may be well known, and only not be there. */
  private Optional<String> missingStore(String key) {
    return chain(key).map(chain -> after(key, CHAINS + chain)).stream()
        .flatMap(setting -> ARTIFACTS.stream().filter(type -> setting.startsWith(type + ".")))
        .filter(type -> stores.stream().noneMatch(store -> store.type().equals(type)))
        .map(type -> "; the tier " + type + " comes with the artifact cache-" + type)
        .findFirst();
  }

  /** The beginning may have been left out. */
  private Optional<String> begun(String key) {
    return Optional.of("larder." + key)
        .filter(this::isKnown)
        .map(known -> "; did you mean " + known + "?");
  }

  /** The group may have been left out: {@code url} for {@code redis.url}. */
  private Optional<String> grouped(String key) {
    return chain(key)
        .flatMap(
            chain ->
                ofChains.stream()
                    .filter(setting -> setting.endsWith("." + after(key, CHAINS + chain)))
                    .min(preferring(chain))
                    .map(setting -> "; did you mean " + CHAINS + chain + "." + setting + "?"));
  }

  private static Comparator<String> preferring(String chain) {
    return Comparator.comparing((String setting) -> !setting.startsWith(chain + "."))
        .thenComparing(setting -> setting);
  }

  private String near(String key) {
    return NearName.hint(key, candidates(key, ".", UnaryOperator.identity()), there(key));
  }

  private String there(String key) {
    if (chain(key).isPresent()) {
      Stream<String> groups = stores.stream().map(store -> store.type() + ".*");
      List<String> settings = Stream.concat(OF_CHAINS.stream(), groups).toList();
      return "; a chain has " + String.join(", ", settings);
    }
    if (key.startsWith(CACHES)) {
      return "; a cache has " + String.join(", ", OF_CACHES);
    }
    return "; keys are larder."
        + String.join(", larder.", ROOTS)
        + ", and those that begin with "
        + CHAINS
        + "<chain>. and "
        + CACHES
        + "<cache>.";
  }

  /** Every key that its writer may have meant, whichever part of it is whose name. */
  private List<String> candidates(String given, String separator, UnaryOperator<String> spelt) {
    List<String> keys = new ArrayList<>();
    ROOTS.forEach(root -> keys.add(spelt.apply("larder." + root)));
    List<String> parts = Arrays.asList(given.split(Pattern.quote(separator)));
    for (int end = 3; end < parts.size(); end++) {
      String owner = String.join(separator, parts.subList(2, end));
      OF_CACHES.forEach(each -> keys.add(spelt.apply(CACHES) + owner + spelt.apply("." + each)));
      if (!owner.contains(".")) {
        ofChains.forEach(each -> keys.add(spelt.apply(CHAINS) + owner + spelt.apply("." + each)));
      }
    }
    return keys;
  }

  /** A key or name as variables have it: {@code LARDER_KEY_PREFIX}. */
  public static String relaxed(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
