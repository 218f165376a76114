package dev.larder;

import dev.larder.internal.config.NearName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What configuration may choose from by name.
 *
 * @param what such as {@code codec}
 * @param byName those there are
 * @param faults why others cannot be made
 * @param <T> what is chosen
 */
record Named<T>(String what, Map<String, T> byName, List<Throwable> faults) {
  /**
   * Those that a walk finds.
   *
   * @throws CacheConfigurationException if two have one name
   */
  static <T> Named<T> of(String what, Services<T> services, Function<T, String> name) {
    Map<String, T> byName = new TreeMap<>();
    for (T each : services.all()) {
      T other = byName.putIfAbsent(name.apply(each), each);
      if (other != null) {
        throw new CacheConfigurationException(
            "two of the "
                + what
                + "s that were found have the name "
                + name.apply(each)
                + ": "
                + other.getClass().getName()
                + " and "
                + each.getClass().getName()
                + "; leave one of them out");
      }
    }
    return new Named<>(what, byName, List.copyOf(services.faults()));
  }

  /** Nothing to choose from. */
  static <T> Named<T> none(String what) {
    return new Named<>(what, Map.of(), List.of());
  }

  /** The one of a name. */
  Optional<T> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Why there is none of a name, and which there are. */
  String missing(String name) {
    String there = byName.isEmpty() ? "" : ", but " + String.join(", ", byName.keySet());
    String hint = NearName.hint(name, byName.keySet(), "");
    return "there is no " + what + " of that name" + there + unusable() + hint;
  }

  private String unusable() {
    return faults.stream()
        .map(fault -> "; not usable: " + fault.getMessage())
        .collect(Collectors.joining());
  }
}
