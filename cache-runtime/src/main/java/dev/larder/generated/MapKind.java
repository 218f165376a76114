package dev.larder.generated;

import com.esotericsoftware.kryo.KryoException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What a map comes back as, where its declared type leaves that open. The constants' order is part
 * of the bytes.
 */
enum MapKind {
  MAP,
  UNMODIFIABLE_MAP,
  SORTED_MAP,
  UNMODIFIABLE_SORTED_MAP,
  CONCURRENT_MAP;

  private static final MapKind[] ALL = values();

  /** The kind of that number. */
  static MapKind of(int number) {
    if (number >= ALL.length) {
      throw new KryoException("no kind of map has the number " + number);
    }
    return ALL[number];
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

  /** A map of these entries. */
  <K, V> Map<K, V> of(LinkedHashMap<K, V> entries) {
    return switch (this) {
      case MAP -> entries;
      case UNMODIFIABLE_MAP -> Collections.unmodifiableMap(entries);
      case SORTED_MAP -> new TreeMap<>(entries);
      case UNMODIFIABLE_SORTED_MAP -> Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
      case CONCURRENT_MAP -> new ConcurrentHashMap<>(entries);
    };
  }
}
