package dev.larder;

import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes values of a part type for tests of properties: at random, one edit away, and once more. */
abstract class Sample<T> {
  private final PartType<T> type;
  private final boolean isSettable;

  /**
   * With the type, and whether equal values of Java's are equal keys, as elements of a set must be.
   */
  Sample(PartType<T> type, boolean isSettable) {
    this.type = type;
    this.isSettable = isSettable;
  }

  /** Of values that are not made of others; the edit is repeated until it is one. */
  static <T> Sample<T> of(
      PartType<T> type, Function<Random, T> make, BiFunction<T, Random, T> edit) {
    return new Leaf<>(type, make, edit, value -> value, true);
  }

  /** The same, of values whose equality is not that of keys. */
  static <T> Sample<T> unequal(
      PartType<T> type,
      Function<Random, T> make,
      BiFunction<T, Random, T> edit,
      UnaryOperator<T> rebuild) {
    return new Leaf<>(type, make, edit, rebuild, false);
  }

  final PartType<T> type() {
    return type;
  }

  final boolean isSettable() {
    return isSettable;
  }

  /** Any value. */
  abstract T make(Random random);

  /** A value that differs from this one in one place. */
  abstract T edit(T value, Random random);

  /** An equal value made of other objects. */
  abstract T rebuild(T value);

  @Nullable T makeOrNull(Random random) {
    return random.nextInt(10) == 0 ? null : make(random);
  }

  @Nullable T editOrNull(@Nullable T value, Random random) {
    if (value == null) {
      return make(random);
    }
    return random.nextInt(20) == 0 ? null : edit(value, random);
  }

  @Nullable T rebuildOrNull(@Nullable T value) {
    return value == null ? null : rebuild(value);
  }

  private static final class Leaf<T> extends Sample<T> {
    private final Function<Random, T> make;
    private final BiFunction<T, Random, T> edit;
    private final UnaryOperator<T> rebuild;

    Leaf(
        PartType<T> type,
        Function<Random, T> make,
        BiFunction<T, Random, T> edit,
        UnaryOperator<T> rebuild,
        boolean isSettable) {
      super(type, isSettable);
      this.make = make;
      this.edit = edit;
      this.rebuild = rebuild;
    }

    @Override
    T make(Random random) {
      return make.apply(random);
    }

    @Override
    T edit(T value, Random random) {
      T edited = edit.apply(value, random);
      while (isSettable() && Objects.equals(edited, value)) {
        edited = edit.apply(make(random), random);
      }
      return edited;
    }

    @Override
    T rebuild(T value) {
      return rebuild.apply(value);
    }
  }
}
