package dev.larder.internal.codec.java;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes that objects may be of: those of a model, what they extend, the JDK's containers, and
 * arrays of all these. Found by name without being loaded. Immutable.
 */
final class Admitted {
  private final Map<String, Class<?>> byName;

  private Admitted(Map<String, Class<?>> byName) {
    this.byName = Map.copyOf(byName);
  }

  static Admitted of(Set<Class<?>> classes) {
    Map<String, Class<?>> byName = new HashMap<>(JdkContainers.BY_NAME);
    for (Class<?> each : classes) {
      Class<?> type = each;
      // A class is described together with whatever of it is written by those that it extends.
      while (type != null && (type == each || Serializable.class.isAssignableFrom(type))) {
        byName.put(type.getName(), type);
        type = type.getSuperclass();
      }
    }
    return new Admitted(byName);
  }

  /** Whether a class, or what it is an array of, is admitted. */
  boolean contains(Class<?> type) {
    Class<?> element = element(type);
    return element.isPrimitive() || byName.get(element.getName()) == element;
  }

  private static Class<?> element(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element;
  }

  /** The class of a name, as {@link Class#getName} gives it; null if it is not admitted. */
  @Nullable Class<?> find(String name) {
    return name.startsWith("[") ? findArray(name) : byName.get(name);
  }

  private @Nullable Class<?> findArray(String name) {
    int dimensions = name.lastIndexOf('[') + 1;
    Class<?> type = findElement(name.substring(dimensions));
    for (int i = 0; type != null && i < dimensions; i++) {
      type = type.arrayType();
    }
    return type;
  }

  private @Nullable Class<?> findElement(String descriptor) {
    return switch (descriptor) {
      case "Z" -> boolean.class;
      case "B" -> byte.class;
      case "S" -> short.class;
      case "C" -> char.class;
      case "I" -> int.class;
      case "J" -> long.class;
      case "F" -> float.class;
      case "D" -> double.class;
      default ->
          descriptor.startsWith("L") && descriptor.endsWith(";")
              ? byName.get(descriptor.substring(1, descriptor.length() - 1))
              : null;
    };
  }
}
