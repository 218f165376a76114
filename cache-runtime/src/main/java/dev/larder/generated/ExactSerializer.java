package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Output;
import java.util.Objects;

/**
 * Writes objects of a class that others may extend: of those it would write but a part.
 *
 * @param <T> the class
 */
public abstract class ExactSerializer<T> extends ValueSerializer<T> {
  private final Class<? super T> type;

  /** A serializer of objects of this very class. */
  protected ExactSerializer(Class<? super T> type) {
    this.type = Objects.requireNonNull(type, "type");
  }

  @Override
  final void writeWhole(Kryo kryo, Output output, T value) {
    requireExact(value);
    writeExact(kryo, output, value);
  }

  void writeExact(Kryo kryo, Output output, T value) {
    write(kryo, output, value);
  }

  final void requireExact(T value) {
    if (value.getClass() != type) {
      throw new KryoException(
          value.getClass().getName() + " is not written as the " + type.getName() + " it extends");
    }
  }

  /** The class of what it writes. */
  final Class<? super T> type() {
    return type;
  }
}
