package dev.larder.internal.reflect;

import dev.larder.generated.Choice;
import dev.larder.generated.Serializers;
import dev.larder.generated.ValueSerializer;
import dev.larder.generated.Values;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Finds how values of a type are written: each type once, records by their accessors. */
public final class ReflectedModel {
  private final Map<Bound, ValueSerializer<Object>> found = new HashMap<>();
  private final Set<Class<?>> classes = new LinkedHashSet<>();

  private ReflectedModel() {}

  /**
   * The model of a type's values.
   *
   * @throws IllegalArgumentException if something in it cannot be written
   */
  public static <V> Values<V> of(ReflectedType type) {
    ReflectedModel model = new ReflectedModel();
    ValueSerializer<Object> serializer = model.serializer(type.bound());
    return Values.of(type.type(), serializer.as(), model.classes.toArray(Class<?>[]::new));
  }

  private ValueSerializer<Object> serializer(Bound type) {
    ValueSerializer<Object> known = found.get(type);
    if (known != null) {
      return known;
    }
    if (!type.raw().isPrimitive()) {
      classes.add(type.raw());
    }
    Later later = new Later();
    found.put(type, later);
    ValueSerializer<Object> made = made(type);
    later.is(made);
    found.put(type, made);
    return made;
  }

  private ValueSerializer<Object> made(Bound type) {
    Class<?> raw = type.raw();
    List<ValueSerializer<Object>> parts = type.arguments().stream().map(this::serializer).toList();
    ValueSerializer<?> platform = PlatformTypes.of(raw, parts);
    if (platform != null) {
      return platform.as();
    }
    if (raw.isArray()) {
      return Serializers.array(parts.get(0), length -> array(raw, length)).as();
    }
    if (raw.isEnum()) {
      return enumOf(raw);
    }
    if (raw.isRecord()) {
      return record(type);
    }
    if (raw.isSealed()) {
      return Serializers.<Object>oneOf(choices(type));
    }
    throw new IllegalArgumentException(
        type
            + " cannot be written: it is neither a record, an enum, a sealed type, nor one of the"
            + " platform's types that can; the processor writes classes too");
  }

  private static Object[] array(Class<?> type, int length) {
    return (Object[]) Array.newInstance(type.getComponentType(), length);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a class of an enum
  private static ValueSerializer<Object> enumOf(Class<?> raw) {
    return Serializers.enumOf((Class) raw).as();
  }

  private ValueSerializer<Object> record(Bound type) {
    List<ValueSerializer<Object>> components = new ArrayList<>();
    for (RecordComponent component : type.raw().getRecordComponents()) {
      components.add(serializer(ReflectedType.member(type, component)));
    }
    return new RecordSerializer(type.raw(), components);
  }

  private List<Choice<?>> choices(Bound type) {
    List<Choice<?>> choices = new ArrayList<>();
    concrete(type).forEach(one -> choices.add(choice(one)));
    return choices;
  }

  private Stream<Bound> concrete(Bound type) {
    if (!type.raw().isSealed() || type.raw().isEnum()) {
      return Stream.of(type);
    }
    return Stream.of(type.raw().getPermittedSubclasses())
        .map(type::permitted)
        .flatMap(this::concrete);
  }

  @SuppressWarnings("unchecked") // the class of what it writes
  private Choice<Object> choice(Bound type) {
    CRC32C tag = new CRC32C();
    tag.update(type.raw().getName().getBytes(StandardCharsets.UTF_8));
    return new Choice<>((Class<Object>) type.raw(), (int) tag.getValue(), serializer(type));
  }
}
