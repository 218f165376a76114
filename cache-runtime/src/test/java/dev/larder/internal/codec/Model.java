package dev.larder.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import dev.larder.spi.StoredType;
import dev.larder.spi.ValueModel;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/**
 * What a processor would have written of a type of values.
 *
 * @param type the type with its arguments
 * @param classes what values are made of
 * @param <V> the values
 */
public record Model<V>(Type type, Set<Class<?>> classes) implements StoredType<V>, ValueModel<V> {
  /** A type with arguments, to be subclassed where it is written. */
  public abstract static class Token<V> {
    private Type type() {
      return ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
    }
  }

  /** Of a class without arguments. */
  public static <V> Model<V> of(Class<V> type, Class<?>... others) {
    return new Model<>(type, with(others, type));
  }

  /** Of a type with arguments. */
  public static <V> Model<V> of(Token<V> type, Class<?>... classes) {
    return new Model<>(type.type(), Set.of(classes));
  }

  private static Set<Class<?>> with(Class<?>[] others, Class<?> type) {
    Set<Class<?>> classes = new HashSet<>(Set.of(others));
    classes.add(type);
    return Set.copyOf(classes);
  }

  @Override
  public String name() {
    return type.getTypeName();
  }

  @Override
  public long fingerprint() {
    return type.getTypeName().hashCode();
  }

  @Override
  public ValueModel<V> model() {
    return this;
  }

  @Override
  public Serializer<V> serializer(Kryo kryo) {
    throw new UnsupportedOperationException("for codecs that go by reflection");
  }
}
