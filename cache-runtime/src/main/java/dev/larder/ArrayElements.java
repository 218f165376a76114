package dev.larder;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of primitives as a list of its boxes. */
final class ArrayElements extends AbstractList<Object> {
  private final Object array;

  private ArrayElements(Object array) {
    this.array = array;
  }

  /** The elements of any array; null for what is not an array. */
  static @Nullable List<?> of(Object value) {
    if (value instanceof Object[] objects) {
      return Arrays.asList(objects);
    }
    return value.getClass().isArray() ? new ArrayElements(value) : null;
  }

  @Override
  public Object get(int index) {
    return Array.get(array, index);
  }

  @Override
  public int size() {
    return Array.getLength(array);
  }
}
