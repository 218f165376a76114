package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects that may lead back to themselves: each once, and then where it stands. {@link
 * #read} makes an object, says so by {@link Kryo#reference}, and only then reads what it holds.
 *
 * @param <T> the class
 */
public abstract class SharedSerializer<T> extends ExactSerializer<T> {
  /** A serializer of objects of this very class. */
  protected SharedSerializer(Class<? super T> type) {
    super(type);
  }

  @Override
  public void writeOrNull(Kryo kryo, Output output, @Nullable T value) {
    if (value != null) {
      requireExact(value);
    }
    kryo.writeObjectOrNull(output, value, this);
  }

  @Override
  @SuppressWarnings("unchecked") // cast, but for what is erased
  public @Nullable T readOrNull(Kryo kryo, Input input) {
    Class<T> type = (Class<T>) type();
    return type.cast(kryo.readObjectOrNull(input, type, this));
  }

  @Override
  final void writeExact(Kryo kryo, Output output, T value) {
    writeOrNull(kryo, output, value);
  }

  @Override
  final T readWhole(Kryo kryo, Input input) {
    T value = readOrNull(kryo, input);
    if (value == null) {
      throw new KryoException("there is no " + type().getName() + " where one must be");
    }
    return value;
  }
}
