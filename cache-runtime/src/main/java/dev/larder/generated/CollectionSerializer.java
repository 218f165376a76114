package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes collections of an interface. They keep their order, come back mutable or not as they were,
 * and sorted by their elements' natural order if they were.
 */
final class CollectionSerializer<E, C extends Collection<E>> extends ValueSerializer<C> {
  private static final int KIND_BITS = 3;
  private static final int KIND_MASK = (1 << KIND_BITS) - 1;

  private final Class<? super C> declared;
  private final ValueSerializer<E> element;

  CollectionSerializer(Class<? super C> declared, ValueSerializer<E> element) {
    this.declared = declared;
    this.element = element;
  }

  @Override
  @SuppressWarnings("unchecked") // a collection's own elements
  public void write(Kryo kryo, Output output, C value) {
    CollectionKind kind = CollectionKind.of(value, declared);
    // At once: somebody may be changing it.
    Object[] elements = value.toArray();
    output.writeVarInt(elements.length << KIND_BITS | kind.number(), true);
    for (Object one : elements) {
      element.writeOrNull(kryo, output, (E) one);
    }
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // checked by isInstance; an element may be null
  public C read(Kryo kryo, Input input, Class<? extends C> type) {
    int header = input.readVarInt(true);
    int count = Bounds.requireRemaining(input, header >>> KIND_BITS, 1);
    List<E> elements = new ArrayList<>(Bounds.room(count));
    for (int i = 0; i < count; i++) {
      elements.add(element.readOrNull(kryo, input));
    }
    Collection<E> made = CollectionKind.of(header & KIND_MASK).of(elements);
    if (!declared.isInstance(made)) {
      throw new KryoException("what was read is no " + declared.getName());
    }
    return (C) made;
  }
}
