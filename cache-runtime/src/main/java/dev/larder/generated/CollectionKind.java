package dev.larder.generated;

import com.esotericsoftware.kryo.KryoException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a collection comes back as, where its declared type leaves that open. */
enum CollectionKind {
  LIST(0),
  UNMODIFIABLE_LIST(1),
  SET(2),
  UNMODIFIABLE_SET(3),
  SORTED_SET(4),
  UNMODIFIABLE_SORTED_SET(5),
  DEQUE(6),
  LINKED_LIST(7);

  private final int number;

  CollectionKind(int number) {
    this.number = number;
  }

  /** What stands for it in the bytes. */
  int number() {
    return number;
  }

  /** The kind of that number. */
  static CollectionKind of(int number) {
    for (CollectionKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new KryoException("no kind has the number " + number);
  }

  /**
   * The kind of a collection.
   *
   * @param declared what it is to be when it has been read
   */
  static CollectionKind of(Collection<?> value, Class<?> declared) {
    boolean isUnmodifiable = Unmodifiable.is(value);
    if (value instanceof SortedSet<?> sorted && isSorted(sorted, declared)) {
      return isUnmodifiable ? UNMODIFIABLE_SORTED_SET : SORTED_SET;
    }
    if (value instanceof Set) {
      return isUnmodifiable ? UNMODIFIABLE_SET : SET;
    }
    if (value instanceof LinkedList && Queue.class.isAssignableFrom(declared)) {
      return LINKED_LIST;
    }
    if (value instanceof Deque && !(value instanceof List)) {
      return DEQUE;
    }
    return isUnmodifiable ? UNMODIFIABLE_LIST : LIST;
  }

  /** A comparator cannot be written; where order is all that is asked for, it is kept without. */
  private static boolean isSorted(SortedSet<?> set, Class<?> declared) {
    if (set.comparator() == null) {
      return true;
    }
    if (SortedSet.class.isAssignableFrom(declared)) {
      throw new KryoException("a sorted set with a comparator of its own cannot be written");
    }
    return false;
  }

  /** A collection of these elements. */
  @SuppressWarnings("JdkObsolete") // a LinkedList was written, which may hold null
  <E> Collection<E> of(List<E> elements) {
    return switch (this) {
      case LIST -> elements;
      case UNMODIFIABLE_LIST -> unmodifiable(elements);
      case SET -> new LinkedHashSet<>(elements);
      case UNMODIFIABLE_SET -> Collections.unmodifiableSet(new LinkedHashSet<>(elements));
      case SORTED_SET -> new TreeSet<>(elements);
      case UNMODIFIABLE_SORTED_SET -> Collections.unmodifiableNavigableSet(new TreeSet<>(elements));
      case DEQUE -> new ArrayDeque<>(elements);
      case LINKED_LIST -> new LinkedList<>(elements);
    };
  }

  /** The collections of {@code List.of} hold no null. */
  private static <E> List<E> unmodifiable(List<E> elements) {
    return elements.contains(null)
        ? Collections.unmodifiableList(new ArrayList<>(elements))
        : List.copyOf(elements);
  }
}
