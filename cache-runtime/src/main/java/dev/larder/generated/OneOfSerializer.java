package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values of one of several classes: the class's tag, then the value. */
final class OneOfSerializer<T> extends ValueSerializer<T> {
  private final Map<Class<?>, Choice<? extends T>> byClass = new HashMap<>();
  private final Map<Integer, Choice<? extends T>> byTag = new HashMap<>();

  OneOfSerializer(List<Choice<? extends T>> choices) {
    for (Choice<? extends T> choice : choices) {
      byClass.put(choice.type(), choice);
      Choice<?> other = byTag.put(choice.tag(), choice);
      if (other != null) {
        throw new IllegalArgumentException(
            choice.type() + " and " + other.type() + " have one tag; rename one of them");
      }
    }
  }

  @Override
  public void write(Kryo kryo, Output output, T value) {
    Choice<? extends T> choice = byClass.get(classOf(value));
    if (choice == null) {
      throw new KryoException(value.getClass().getName() + " is none of " + byClass.keySet());
    }
    output.writeInt(choice.tag());
    write(kryo, output, value, choice);
  }

  @SuppressWarnings("unchecked") // the choice for the value's class
  private static <S> void write(Kryo kryo, Output output, Object value, Choice<S> choice) {
    choice.serializer().writeWhole(kryo, output, (S) value);
  }

  /** A constant with a body is of a class of its own. */
  private static Class<?> classOf(Object value) {
    return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
  }

  @Override
  public T read(Kryo kryo, Input input, Class<? extends T> type) {
    @Nullable Choice<? extends T> choice = byTag.get(input.readInt());
    if (choice == null) {
      throw new KryoException("a tag stands for none of " + byClass.keySet());
    }
    return choice.serializer().readWhole(kryo, input);
  }
}
