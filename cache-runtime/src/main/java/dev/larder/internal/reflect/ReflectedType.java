package dev.larder.internal.reflect;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type as reflection sees it: its name, a hash of its shape and whether it can change. The hash
 * is not that of the processor, which sees more: what one has written the other does not read.
 */
public final class ReflectedType {
  private final Type type;
  private final Bound bound;
  private final SortedMap<String, String> shapes = new TreeMap<>();
  private boolean immutable = true;

  private ReflectedType(Type type) {
    this.type = type;
    this.bound = Bound.of(type);
    reach(bound);
  }

  /**
   * Looks at a type.
   *
   * @throws IllegalArgumentException if type arguments are missing
   */
  public static ReflectedType of(Type type) {
    return new ReflectedType(type);
  }

  /** Its text, which says that reflection has read it. */
  public String name() {
    return bound + " (by reflection)";
  }

  /** The type. */
  public Type type() {
    return type;
  }

  /** Whether nothing that a value reaches can change. */
  public boolean isImmutable() {
    return immutable;
  }

  /** The hash of its shape and of all that it reaches. */
  public long fingerprint() {
    StringBuilder text = new StringBuilder("reflected\n").append(bound).append('\n');
    shapes.forEach((name, shape) -> text.append(name).append(' ').append(shape).append('\n'));
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Bound bound() {
    return bound;
  }

  private String reach(Bound reached) {
    String name = reached.toString();
    if (shapes.putIfAbsent(name, "") == null) {
      shapes.put(name, shape(reached));
    }
    return name;
  }

  private String shape(Bound reached) {
    Class<?> raw = reached.raw();
    reached.arguments().forEach(this::reach);
    if (raw.isEnum()) {
      return Stream.of(raw.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name())
          .collect(Collectors.joining(","));
    }
    if (raw.isRecord()) {
      return Stream.of(raw.getRecordComponents())
          .map(component -> component.getName() + ":" + reach(member(reached, component)))
          .collect(Collectors.joining(","));
    }
    if (raw.isSealed()) {
      return Stream.of(raw.getPermittedSubclasses())
          .map(below -> reach(reached.permitted(below)))
          .sorted()
          .collect(Collectors.joining(","));
    }
    immutable &= ImmutableTypes.contains(raw);
    return "known";
  }

  static Bound member(Bound owner, RecordComponent component) {
    return owner.member(component.getGenericType());
  }
}
