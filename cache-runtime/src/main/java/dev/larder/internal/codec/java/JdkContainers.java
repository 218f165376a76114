package dev.larder.internal.codec.java;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JDK's containers, with what it writes in place of them, and of parts of its values, and what
 * it makes of that. They hold elements, and run no code but that of their elements' classes and of
 * these comparators. {@code PriorityQueue} and the like are not among them.
 */
final class JdkContainers {
  private static final List<String> NAMES =
      List.of(
          "java.lang.Enum",
          "java.lang.Number",
          "java.lang.Object",
          "java.lang.String",
          "java.lang.String$CaseInsensitiveComparator",
          "java.math.BigInteger",
          "java.time.Ser",
          "java.time.ZoneRegion",
          "java.util.AbstractMap$SimpleEntry",
          "java.util.AbstractMap$SimpleImmutableEntry",
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.Arrays$ArrayList",
          "java.util.CollSer",
          "java.util.Collections$EmptyList",
          "java.util.Collections$EmptyMap",
          "java.util.Collections$EmptySet",
          "java.util.Collections$ReverseComparator",
          "java.util.Collections$SingletonList",
          "java.util.Collections$SingletonMap",
          "java.util.Collections$SingletonSet",
          "java.util.Collections$UnmodifiableCollection",
          "java.util.Collections$UnmodifiableList",
          "java.util.Collections$UnmodifiableMap",
          "java.util.Collections$UnmodifiableNavigableMap",
          "java.util.Collections$UnmodifiableNavigableSet",
          "java.util.Collections$UnmodifiableRandomAccessList",
          "java.util.Collections$UnmodifiableSet",
          "java.util.Collections$UnmodifiableSortedMap",
          "java.util.Collections$UnmodifiableSortedSet",
          "java.util.Comparators$NaturalOrderComparator",
          "java.util.EnumMap",
          "java.util.EnumSet$SerializationProxy",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.ImmutableCollections$List12",
          "java.util.ImmutableCollections$ListN",
          "java.util.ImmutableCollections$Map1",
          "java.util.ImmutableCollections$MapN",
          "java.util.ImmutableCollections$Set12",
          "java.util.ImmutableCollections$SetN",
          "java.util.JumboEnumSet",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.LinkedList",
          "java.util.Map$Entry",
          "java.util.RegularEnumSet",
          "java.util.TreeMap",
          "java.util.TreeSet",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentHashMap$Segment",
          "java.util.concurrent.locks.AbstractOwnableSynchronizer",
          "java.util.concurrent.locks.AbstractQueuedSynchronizer",
          "java.util.concurrent.locks.ReentrantLock",
          "java.util.concurrent.locks.ReentrantLock$NonfairSync",
          "java.util.concurrent.locks.ReentrantLock$Sync");

  /** The classes by their names. */
  static final Map<String, Class<?>> BY_NAME = byName();

  private JdkContainers() {}

  private static Map<String, Class<?>> byName() {
    Map<String, Class<?>> classes = new LinkedHashMap<>();
    for (String name : NAMES) {
      try {
        classes.put(name, Class.forName(name, false, null));
      } catch (ClassNotFoundException e) {
        throw new AssertionError("every JDK from 17 on has it", e);
      }
    }
    return Map.copyOf(classes);
  }
}
