package dev.larder.generated;

import com.esotericsoftware.kryo.KryoException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What a map comes back as, where its declared type leaves that open. */
enum MapKind {
  MAP(0),
  UNMODIFIABLE_MAP(1),
  SORTED_MAP(2),
  UNMODIFIABLE_SORTED_MAP(3),
  CONCURRENT_MAP(4);

  private final int number;

  MapKind(int number) {
    this.number = number;
  }

  /** What stands for it in the bytes. */
  int number() {
    return number;
  }

  /** The kind of that number. */
  static MapKind of(int number) {
    for (MapKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new KryoException("no kind has the number " + number);
  }

  /**
   * The kind of a map.
   *
   * @param declared what it is to be when it has been read
   */
  static MapKind of(Map<?, ?> value, Class<?> declared) {
    boolean isUnmodifiable = Unmodifiable.is(value);
    if (value instanceof SortedMap<?, ?> sorted && isSorted(sorted, declared)) {
      return isUnmodifiable ? UNMODIFIABLE_SORTED_MAP : SORTED_MAP;
    }
    if (ConcurrentMap.class.isAssignableFrom(declared)) {
      return CONCURRENT_MAP;
    }
    return isUnmodifiable ? UNMODIFIABLE_MAP : MAP;
  }

  private static boolean isSorted(SortedMap<?, ?> map, Class<?> declared) {
    boolean mustBe = SortedMap.class.isAssignableFrom(declared);
    if (mustBe && map.comparator() != null) {
      throw new KryoException("a sorted map with a comparator of its own cannot be written");
    }
    return map.comparator() == null && declared.isAssignableFrom(TreeMap.class);
  }

  /** A map of these entries; they may become the map. */
  <K, V> Map<K, V> of(Map<K, V> entries) {
    return switch (this) {
      case MAP -> entries;
      case UNMODIFIABLE_MAP -> Collections.unmodifiableMap(entries);
      case SORTED_MAP -> new TreeMap<>(entries);
      case UNMODIFIABLE_SORTED_MAP -> Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
      case CONCURRENT_MAP -> new ConcurrentHashMap<>(entries);
    };
  }
}
