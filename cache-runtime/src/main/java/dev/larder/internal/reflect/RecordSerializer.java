package dev.larder.internal.reflect;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.larder.generated.ValueSerializer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes records by their accessors, and reads them by their canonical constructor. */
final class RecordSerializer extends ValueSerializer<Object> {
  private final MethodHandle constructor;
  private final List<MethodHandle> accessors = new ArrayList<>();
  private final List<ValueSerializer<Object>> components;

  RecordSerializer(Class<?> type, List<ValueSerializer<Object>> components) {
    this.components = List.copyOf(components);
    for (RecordComponent component : type.getRecordComponents()) {
      accessors.add(accessor(component.getAccessor()));
    }
    this.constructor = constructor(type).asSpreader(Object[].class, components.size());
  }

  private static MethodHandle accessor(Method method) {
    try {
      return MethodHandles.lookup().unreflect(reached(method, method.getDeclaringClass()));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("made accessible before", e);
    }
  }

  private static MethodHandle constructor(Class<?> type) {
    Class<?>[] components =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(components);
      return MethodHandles.lookup().unreflectConstructor(reached(canonical, type));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException("each record has a canonical constructor", e);
    }
  }

  private static <M extends AccessibleObject> M reached(M member, Class<?> owner) {
    if (!member.trySetAccessible()) {
      throw new IllegalArgumentException(
          owner.getName()
              + " cannot be reached; make it public and export its package, or add to the"
              + " module-info of "
              + owner.getModule().getName()
              + ": opens "
              + owner.getPackageName()
              + " to dev.larder.runtime;");
    }
    return member;
  }

  @Override
  public void write(Kryo kryo, Output output, Object value) {
    for (int i = 0; i < components.size(); i++) {
      components.get(i).writeOrNull(kryo, output, held(accessors.get(i), value));
    }
  }

  @SuppressWarnings("NullAway") // a component may be null
  private static Object held(MethodHandle accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (Throwable e) {
      throw failure(accessor + " failed", e);
    }
  }

  @Override
  @SuppressWarnings("NullAway") // a component may be null
  public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
    Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = components.get(i).readOrNull(kryo, input);
    }
    try {
      return constructor.invoke(values);
    } catch (Throwable e) {
      throw failure("no record can be made of what was read", e);
    }
  }

  private static RuntimeException failure(String text, Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return new KryoException(text, cause);
  }
}
