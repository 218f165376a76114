package dev.larder.internal.config;

import static dev.larder.internal.config.KnownKeys.CACHES;
import static dev.larder.internal.config.KnownKeys.CHAINS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A key that means nothing, and what its writer may have meant. Its value is told to nobody. */
final class UnknownKey {
  /** Stores that are not part of the runtime, by their tiers. */
  private static final Set<String> ARTIFACTS = Set.of("memcached", "redis");

  private final KnownKeys known;
  private final String key;

  /**
   * With what would have had a meaning.
   *
   * @param key of a file, or the name of a variable
   */
  UnknownKey(KnownKeys known, String key) {
    this.known = known;
    this.key = key;
  }

  /** The refusal of a key of a file. */
  RefusedSetting at(String where) {
    String instead =
        missingStore().or(this::begun).or(this::grouped).orElseGet(() -> near(there()));
    return new RefusedSetting("unknown key " + key + " (" + where + ")" + instead);
  }

  /** The refusal of a variable. */
  RefusedSetting ofVariables() {
    String otherwise = "; variables that begin with LARDER_ stand for keys";
    List<String> names = candidates("_", KnownKeys::relaxed);
    return new RefusedSetting("unknown variable " + key + NearName.hint(key, names, otherwise));
  }

  /** The setting that it would be of a chain. */
  private Optional<String> ofChain() {
    return KnownKeys.chain(key).map(chain -> KnownKeys.after(key, CHAINS + chain));
  }

  /** The store may be well known, and only not be there. */
  private Optional<String> missingStore() {
    return ofChain().stream()
        .flatMap(setting -> ARTIFACTS.stream().filter(type -> setting.startsWith(type + ".")))
        .filter(type -> known.stores().stream().noneMatch(store -> store.type().equals(type)))
        .map(type -> "; the tier " + type + " comes with the artifact cache-" + type)
        .findFirst();
  }

  /** The beginning may have been left out. */
  private Optional<String> begun() {
    return Optional.of("larder." + key).filter(known::isKnown).map(UnknownKey::meant);
  }

  private static String meant(String other) {
    return "; did you mean " + other + "?";
  }

  /** The group may have been left out: {@code url} for {@code redis.url}. */
  private Optional<String> grouped() {
    return KnownKeys.chain(key)
        .flatMap(
            chain ->
                known.ofChains().stream()
                    .filter(setting -> setting.endsWith("." + ofChain().orElse("")))
                    .min(preferring(chain))
                    .map(setting -> meant(CHAINS + chain + "." + setting)));
  }

  private static Comparator<String> preferring(String group) {
    return Comparator.comparing((String setting) -> !setting.startsWith(group + "."))
        .thenComparing(setting -> setting);
  }

  private String near(String otherwise) {
    return NearName.hint(key, candidates(".", UnaryOperator.identity()), otherwise);
  }

  /** What there is at the place where it stands. */
  private String there() {
    if (ofChain().isPresent()) {
      Stream<String> groups = known.stores().stream().map(store -> store.type() + ".*");
      List<String> settings = Stream.concat(KnownKeys.OF_CHAINS.stream(), groups).toList();
      return "; a chain has " + String.join(", ", settings);
    }
    if (key.startsWith(CACHES)) {
      return "; a cache has " + String.join(", ", KnownKeys.ofCaches());
    }
    return "; keys are larder."
        + String.join(", larder.", KnownKeys.roots())
        + ", and those that begin with "
        + CHAINS
        + "<chain>. and "
        + CACHES
        + "<cache>.";
  }

  /** Every key that may have been meant, whichever part of this one is the name of something. */
  private List<String> candidates(String separator, UnaryOperator<String> spelt) {
    List<String> keys = new ArrayList<>();
    KnownKeys.roots().forEach(root -> keys.add(spelt.apply("larder." + root)));
    List<String> parts = Arrays.asList(key.split(Pattern.quote(separator)));
    for (int end = 3; end < parts.size(); end++) {
      String owner = String.join(separator, parts.subList(2, end));
      UnaryOperator<String> rest = setting -> owner + spelt.apply("." + setting);
      KnownKeys.ofCaches().forEach(each -> keys.add(spelt.apply(CACHES) + rest.apply(each)));
      if (!owner.contains(".")) {
        known.ofChains().forEach(each -> keys.add(spelt.apply(CHAINS) + rest.apply(each)));
      }
    }
    return keys;
  }
}
