package dev.larder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Samples of values that are made of others. */
final class SampleContainers {
  private SampleContainers() {}

  /** Lists of up to three, nulls among them. */
  static final class Lists<T> extends Sample<List<T>> {
    private final Sample<T> element;

    Lists(Sample<T> element) {
      super(PartTypes.list(element.type()), element.isSettable());
      this.element = element;
    }

    @Override
    List<T> make(Random random) {
      List<T> list = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        list.add(element.makeOrNull(random));
      }
      return list;
    }

    @Override
    List<T> edit(List<T> value, Random random) {
      List<T> list = new ArrayList<>(value);
      int index = random.nextInt(list.size() + 1);
      if (index == list.size()) {
        list.add(element.makeOrNull(random));
      } else if (random.nextInt(4) == 0) {
        list.remove(index);
      } else {
        list.set(index, element.editOrNull(list.get(index), random));
      }
      return list;
    }

    @Override
    List<T> rebuild(List<T> value) {
      List<T> list = new LinkedList<>();
      value.forEach(item -> list.add(element.rebuildOrNull(item)));
      return list;
    }
  }

  /** Sets of up to three, null among them; rebuilt in the opposite order. */
  static final class Sets<T> extends Sample<Set<T>> {
    private final Sample<T> element;

    Sets(Sample<T> element) {
      super(PartTypes.set(element.type()), true);
      this.element = element;
    }

    @Override
    Set<T> make(Random random) {
      Set<T> set = new LinkedHashSet<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        set.add(element.makeOrNull(random));
      }
      return set;
    }

    @Override
    Set<T> edit(Set<T> value, Random random) {
      Set<T> set = new LinkedHashSet<>(value);
      T item = set.isEmpty() ? null : element.editOrNull(set.iterator().next(), random);
      if (!set.remove(item)) {
        set.add(item);
      }
      return set;
    }

    @Override
    Set<T> rebuild(Set<T> value) {
      List<T> list = new ArrayList<>();
      value.forEach(item -> list.add(element.rebuildOrNull(item)));
      Collections.reverse(list);
      return new LinkedHashSet<>(list);
    }
  }

  /** Optionals, a third of them empty. */
  static final class Optionals<T> extends Sample<Optional<T>> {
    private final Sample<T> held;

    Optionals(Sample<T> held) {
      super(PartTypes.optional(held.type()), held.isSettable());
      this.held = held;
    }

    @Override
    Optional<T> make(Random random) {
      return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(held.make(random));
    }

    @Override
    Optional<T> edit(Optional<T> value, Random random) {
      if (value.isEmpty()) {
        return Optional.of(held.make(random));
      }
      return random.nextInt(3) == 0
          ? Optional.empty()
          : value.map(present -> held.edit(present, random));
    }

    @Override
    Optional<T> rebuild(Optional<T> value) {
      return value.map(held::rebuild);
    }
  }

  /** Arrays of references. */
  static final class Arrays<T> extends Sample<Object[]> {
    private final Lists<T> list;

    Arrays(Sample<T> element) {
      super(PartTypes.array(element.type()), false);
      this.list = new Lists<>(element);
    }

    @Override
    Object[] make(Random random) {
      return list.make(random).toArray();
    }

    @Override
    Object[] edit(Object[] value, Random random) {
      return list.edit(elements(value), random).toArray();
    }

    @Override
    Object[] rebuild(Object[] value) {
      return list.rebuild(elements(value)).toArray();
    }

    @SuppressWarnings("unchecked") // made from such a list
    private List<T> elements(Object[] value) {
      return (List<T>) java.util.Arrays.asList(value);
    }
  }
}
