package dev.larder.generated;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What stands for an interface of collections when values come back. */
@SuppressWarnings("JdkObsolete") // a LinkedList comes back as one
final class MadeClasses {
  private static final List<Object> SAMPLES =
      List.of(
          new ArrayList<>(),
          List.of(),
          List.of(1),
          Collections.unmodifiableList(new ArrayList<>()),
          new LinkedHashSet<>(),
          Collections.unmodifiableSet(new LinkedHashSet<>()),
          new TreeSet<>(),
          Collections.unmodifiableNavigableSet(new TreeSet<>()),
          new ArrayDeque<>(),
          new LinkedList<>(),
          new LinkedHashMap<>(),
          Collections.unmodifiableMap(new LinkedHashMap<>()),
          new TreeMap<>(),
          Collections.unmodifiableNavigableMap(new TreeMap<>()),
          new ConcurrentHashMap<>(),
          new AbstractMap.SimpleImmutableEntry<>(1, 1));

  private MadeClasses() {}

  /** The classes that values of a declared type may come back as, besides itself. */
  static List<Class<?>> of(Class<?> declared) {
    boolean isCollection =
        Stream.of(Iterable.class, Collection.class, Map.class, Map.Entry.class)
            .anyMatch(above -> above.isAssignableFrom(declared) && declared.isInterface());
    return isCollection
        ? SAMPLES.stream().filter(declared::isInstance).<Class<?>>map(Object::getClass).toList()
        : List.of();
  }
}
