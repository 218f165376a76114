package dev.larder.generated;

import java.lang.reflect.Modifier;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What stands for an abstract type of the platform, in values that are written and read. */
@SuppressWarnings("JdkObsolete") // a LinkedList comes back as one
final class MadeClasses {
  private static final List<Object> SAMPLES =
      List.of(
          "",
          ZoneOffset.UTC,
          ZoneId.of("GMT"),
          EnumSet.noneOf(Month.class),
          new ArrayList<>(),
          new LinkedList<>(),
          new HashSet<>(),
          new LinkedHashSet<>(),
          new TreeSet<>(),
          new ArrayDeque<>(),
          new HashMap<>(),
          new LinkedHashMap<>(),
          new TreeMap<>(),
          new ConcurrentHashMap<>(),
          new AbstractMap.SimpleImmutableEntry<>(1, 1),
          Map.entry(1, 1),
          List.of(),
          List.of(1),
          Set.of(),
          Set.of(1),
          Map.of(),
          Map.of(1, 1),
          Arrays.asList(1),
          Collections.emptyList(),
          Collections.emptySet(),
          Collections.emptyMap(),
          Collections.singletonList(1),
          Collections.singleton(1),
          Collections.singletonMap(1, 1),
          Collections.unmodifiableList(new ArrayList<>()),
          Collections.unmodifiableList(new LinkedList<>()),
          Collections.unmodifiableSet(new LinkedHashSet<>()),
          Collections.unmodifiableSortedSet(new TreeSet<>()),
          Collections.unmodifiableNavigableSet(new TreeSet<>()),
          Collections.unmodifiableMap(new LinkedHashMap<>()),
          Collections.unmodifiableSortedMap(new TreeMap<>()),
          Collections.unmodifiableNavigableMap(new TreeMap<>()));

  private MadeClasses() {}

  /** The classes of the platform that values of a declared type may be of, besides itself. */
  static List<Class<?>> of(Class<?> declared) {
    return Modifier.isAbstract(declared.getModifiers()) && declared.getName().startsWith("java.")
        ? SAMPLES.stream().filter(declared::isInstance).<Class<?>>map(Object::getClass).toList()
        : List.of();
  }
}
