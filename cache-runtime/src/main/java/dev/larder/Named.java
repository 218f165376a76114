package dev.larder;

import dev.larder.internal.config.NearName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
   * Those that a class loader has, and those of Larder's own, which a thread's class loader need
   * not see.
   *
   * @throws CacheConfigurationException if two have one name
   */
  static <T> Named<T> of(
      String what,
      Class<T> service,
      @Nullable ClassLoader loader,
      Consumer<Throwable> told,
      Function<T, String> name) {
    Services<T> seen = new Services<>(service, loader, told);
    Services<T> own = new Services<>(service, service.getClassLoader(), fault -> {});
    Map<String, T> byName = new TreeMap<>();
    Set<Class<?>> classes = new HashSet<>();
    for (T each : Stream.concat(seen.all().stream(), own.all().stream()).toList()) {
      if (classes.add(each.getClass())) {
        requireFirst(what, byName.putIfAbsent(name.apply(each), each), each, name);
      }
    }
    return new Named<>(what, byName, List.copyOf(seen.faults()));
  }

  private static <T> void requireFirst(
      String what, @Nullable T first, T second, Function<T, String> name) {
    if (first != null) {
      throw new CacheConfigurationException(
          "two of the "
              + what
              + "s that were found have the name "
              + name.apply(second)
              + ": "
              + first.getClass().getName()
              + " and "
              + second.getClass().getName()
              + "; leave one of them out");
    }
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

  /** Why some cannot be made; empty if all can. */
  String unusable() {
    return faults.stream()
        .map(fault -> "; not usable: " + fault.getMessage())
        .collect(Collectors.joining());
  }
}
