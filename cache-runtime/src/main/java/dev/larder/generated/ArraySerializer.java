package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Writes arrays of objects. */
final class ArraySerializer<E> extends ValueSerializer<E[]> {
  private final ValueSerializer<E> element;
  private final IntFunction<E[]> array;

  ArraySerializer(ValueSerializer<E> element, IntFunction<E[]> array) {
    this.element = element;
    this.array = array;
  }

  @Override
  public void write(Kryo kryo, Output output, E[] elements) {
    output.writeVarInt(elements.length, true);
    for (E one : elements) {
      element.writeOrNull(kryo, output, one);
    }
  }

  @Override
  @SuppressWarnings("NullAway") // an element may be null
  public E[] read(Kryo kryo, Input input, Class<? extends E[]> type) {
    int count = Bounds.count(input, 1);
    List<E> elements = new ArrayList<>(Bounds.room(count));
    for (int i = 0; i < count; i++) {
      elements.add(element.readOrNull(kryo, input));
    }
    return elements.toArray(array);
  }
}
