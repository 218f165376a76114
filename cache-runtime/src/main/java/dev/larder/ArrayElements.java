package dev.larder;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** An array of primitives as a list of its boxes. */
final class ArrayElements extends AbstractList<Object> {
  private final Object array;

  private ArrayElements(Object array) {
    this.array = array;
  }

  /** The elements of any array. */
  static List<?> of(Object array) {
    return array instanceof Object[] objects ? Arrays.asList(objects) : new ArrayElements(array);
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
