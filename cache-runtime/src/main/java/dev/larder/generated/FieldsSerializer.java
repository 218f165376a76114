package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objenesis.instantiator.ObjectInstantiator;
import org.objenesis.strategy.StdInstantiatorStrategy;

/**
 * Writes objects whose state no code can reach, by reflection on their fields. Their package must
 * be open to this module, if it is in a named one.
 *
 * @param <T> the class
 */
public final class FieldsSerializer<T> extends SharedSerializer<T> {
  private final ObjectInstantiator<T> instances;
  private final List<Held> fields;

  /** A field, and how what it holds is written. */
  private record Held(Field field, ValueSerializer<Object> serializer) {}

  private FieldsSerializer(
      Class<? super T> type, ObjectInstantiator<T> instances, List<Held> fields) {
    super(type);
    this.instances = instances;
    this.fields = List.copyOf(fields);
  }

  /** A serializer of objects of this class, as yet without fields. */
  @SuppressWarnings("unchecked") // a class's instances
  public static <T> FieldsSerializer<T> of(Class<? super T> type) {
    Objects.requireNonNull(type, "type");
    return new FieldsSerializer<>(type, (ObjectInstantiator<T>) instances(type), List.of());
  }

  /** The same, with a field of the class, or of one that it extends. */
  @SuppressWarnings("unchecked") // of what the field holds
  public FieldsSerializer<T> with(Class<?> owner, String name, ValueSerializer<?> serializer) {
    List<Held> more = new ArrayList<>(fields);
    more.add(new Held(field(owner, name), (ValueSerializer<Object>) serializer));
    return new FieldsSerializer<>(type(), instances, more);
  }

  @Override
  public void write(Kryo kryo, Output output, T value) {
    for (Held held : fields) {
      held.serializer.writeOrNull(kryo, output, held(held.field, value));
    }
  }

  @Override
  public T read(Kryo kryo, Input input, Class<? extends T> type) {
    T value = instances.newInstance();
    kryo.reference(value);
    for (Held held : fields) {
      set(held.field, value, held.serializer.readOrNull(kryo, input));
    }
    return value;
  }

  private static @Nullable Object held(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new KryoException("cannot read " + field, e);
    }
  }

  private static void set(Field field, Object owner, @Nullable Object value) {
    try {
      field.set(owner, value);
    } catch (IllegalAccessException e) {
      throw new KryoException("cannot set " + field, e);
    }
  }

  private static Field field(Class<?> owner, String name) {
    try {
      return opened(owner.getDeclaredField(name), owner);
    } catch (NoSuchFieldException e) {
      throw new IllegalArgumentException(owner + " has no field " + name, e);
    }
  }

  /** By its constructor without parameters; where there is none, by none. */
  private static <T> ObjectInstantiator<T> instances(Class<T> type) {
    try {
      Constructor<T> constructor = opened(type.getDeclaredConstructor(), type);
      return () -> made(constructor);
    } catch (NoSuchMethodException none) {
      return new StdInstantiatorStrategy().newInstantiatorOf(type);
    }
  }

  private static <T> T made(Constructor<T> constructor) {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new KryoException("cannot call " + constructor, e);
    }
  }

  private static <M extends AccessibleObject> M opened(M member, Class<?> owner) {
    if (!member.trySetAccessible()) {
      throw new IllegalStateException(
          member
              + " cannot be reached; let "
              + owner.getModule()
              + " say: opens "
              + owner.getPackageName()
              + " to "
              + FieldsSerializer.class.getModule().getName());
    }
    return member;
  }
}
