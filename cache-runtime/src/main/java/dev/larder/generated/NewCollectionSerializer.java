package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Collection;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Writes collections of one class. */
final class NewCollectionSerializer<E, C extends Collection<E>> extends ValueSerializer<C> {
  private final ValueSerializer<E> element;
  private final Supplier<C> empty;
  private final Class<?> made;

  NewCollectionSerializer(ValueSerializer<E> element, Supplier<C> empty) {
    this.element = element;
    this.empty = empty;
    this.made = empty.get().getClass();
  }

  @Override
  @SuppressWarnings("unchecked") // a collection's own elements
  public void write(Kryo kryo, Output output, C value) {
    if (value instanceof SortedSet<?> sorted && sorted.comparator() != null) {
      throw new KryoException("a " + made.getName() + " with a comparator cannot be written");
    }
    Object[] elements = value.toArray();
    output.writeVarInt(elements.length, true);
    for (Object one : elements) {
      element.writeOrNull(kryo, output, (E) one);
    }
  }

  @Override
  @SuppressWarnings("NullAway") // an element may be null
  public C read(Kryo kryo, Input input, Class<? extends C> type) {
    C elements = empty.get();
    int count = Bounds.count(input, 1);
    for (int i = 0; i < count; i++) {
      elements.add(element.readOrNull(kryo, input));
    }
    return elements;
  }
}
