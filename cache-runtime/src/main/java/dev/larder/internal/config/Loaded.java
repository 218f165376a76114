package dev.larder.internal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What the sources state, each key a known one. */
public final class Loaded {
  private static final String DEFAULT = "default";

  private final Settings settings;
  private final SortedMap<String, String> fromVariables;

  private Loaded(Settings settings, SortedMap<String, String> fromVariables) {
    this.settings = settings;
    this.fromVariables = fromVariables;
  }

  /** Nothing is stated. */
  public static Loaded none() {
    return new Loaded(new Settings(List.of()), new TreeMap<>());
  }

  /** What the sources state: the environment above files. */
  public static Loaded from(Sources sources, KnownKeys keys) {
    List<Layer> files = new ConfigurationFiles(sources, keys).layers();
    Set<String> chains = names(new Settings(files), KnownKeys::chain);
    keys.stores().forEach(store -> chains.add(store.type()));
    chains.add(DEFAULT);
    List<Layer> layers = new ArrayList<>();
    layers.add(Layer.of(new Variables(keys, chains).read(sources.environment())));
    layers.addAll(files);
    return new Loaded(new Settings(layers), chainsOf(sources, keys));
  }

  /** The chains that the stores' own variables define, each with one that does. */
  private static SortedMap<String, String> chainsOf(Sources sources, KnownKeys keys) {
    SortedMap<String, String> chains = new TreeMap<>();
    for (StoreKind store : keys.stores()) {
      Variables.defining(store, sources.environment())
          .ifPresent(variable -> chains.put(store.type(), variable));
    }
    return chains;
  }

  /** All settings, by their whole keys. */
  public Settings settings() {
    return settings;
  }

  /** The chains of which something is stated. */
  public Set<String> chains() {
    return names(settings, KnownKeys::chain);
  }

  /** The caches of which a file states something, by their names. */
  public Set<String> caches() {
    return names(settings, KnownKeys::cache);
  }

  /** The caches of which variables state something, by their names in capitals. */
  public Set<String> relaxedCaches() {
    return names(settings, Variables::relaxedCache);
  }

  /** The chains that the stores' own variables define, such as {@code redis}, each with one. */
  public SortedMap<String, String> fromVariables() {
    return fromVariables;
  }

  /** The settings of a chain. */
  public Group chain(String name) {
    return new Group(settings, List.of(KnownKeys.CHAINS + name + "."));
  }

  /** The settings of a cache. */
  public Group cache(String name) {
    String variables = KnownKeys.relaxed(KnownKeys.CACHES + name + ".");
    return new Group(settings, List.of(variables, KnownKeys.CACHES + name + "."));
  }

  /** The settings of the caches of a name in capitals. */
  public Group relaxedCache(String name) {
    return new Group(settings, List.of(KnownKeys.relaxed(KnownKeys.CACHES) + name + "_"));
  }

  private static Set<String> names(Settings settings, Function<String, Optional<String>> name) {
    Set<String> names = new TreeSet<>();
    settings.keys().forEach(key -> name.apply(key).ifPresent(names::add));
    return names;
  }
}
