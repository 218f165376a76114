package dev.larder.generated;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.MapReferenceResolver;
import dev.larder.spi.ValueModel;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The model of a type of values whose serializer is at hand.
 *
 * @param <V> the values
 */
public final class Values<V> implements ValueModel<V> {
  private final Type type;
  private final ValueSerializer<V> serializer;
  private final Set<Class<?>> classes;
  private final Set<Class<?>> shared;

  private Values(
      Type type, ValueSerializer<V> serializer, Set<Class<?>> classes, Set<Class<?>> shared) {
    this.type = type;
    this.serializer = serializer;
    this.classes = Set.copyOf(classes);
    this.shared = Set.copyOf(shared);
  }

  /**
   * A model.
   *
   * @param type the type with its arguments
   * @param classes those of all that a value holds, as they are declared
   */
  public static <V> Values<V> of(Type type, ValueSerializer<V> serializer, Class<?>... classes) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> declared : classes) {
      all.add(declared);
      all.addAll(MadeClasses.of(declared));
    }
    return new Values<>(
        Objects.requireNonNull(type, "type"),
        Objects.requireNonNull(serializer, "serializer"),
        all,
        Set.of());
  }

  /** The same, with the classes whose objects may lead back to themselves. */
  public Values<V> sharing(Class<?>... leadingBack) {
    return new Values<>(type, serializer, classes, Set.copyOf(List.of(leadingBack)));
  }

  @Override
  public Type type() {
    return type;
  }

  @Override
  public Set<Class<?>> classes() {
    return classes;
  }

  @Override
  public Serializer<V> serializer(Kryo kryo) {
    if (!shared.isEmpty()) {
      kryo.setReferences(true);
      kryo.setReferenceResolver(new Shared(shared));
    }
    return new Root<>(serializer);
  }

  @Override
  public String toString() {
    return type.getTypeName();
  }

  /** Remembers objects of these classes, and of no others. */
  private static final class Shared extends MapReferenceResolver {
    private final Set<Class<?>> classes;

    Shared(Set<Class<?>> classes) {
      this.classes = classes;
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public boolean useReferences(Class type) {
      return classes.contains(type);
    }
  }

  /** Writes whole values. */
  private static final class Root<V> extends Serializer<V> {
    private final ValueSerializer<V> values;

    Root(ValueSerializer<V> values) {
      this.values = values;
    }

    @Override
    public void write(Kryo kryo, Output output, V value) {
      values.writeWhole(kryo, output, value);
    }

    @Override
    public V read(Kryo kryo, Input input, Class<? extends V> type) {
      return values.readWhole(kryo, input);
    }
  }
}
