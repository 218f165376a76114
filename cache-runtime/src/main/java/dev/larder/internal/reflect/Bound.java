package dev.larder.internal.reflect;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class with its arguments: a type without variables and wildcards.
 *
 * @param raw the class
 * @param arguments what its variables stand for, or an array's element; none for all others
 */
record Bound(Class<?> raw, List<Bound> arguments) {
  /** A type. */
  static Bound of(Type type) {
    return of(type, Map.of());
  }

  private static Bound of(Type type, Map<TypeVariable<?>, Bound> variables) {
    if (type instanceof Class<?> raw) {
      return raw.isArray()
          ? new Bound(raw, List.of(of(raw.getComponentType(), variables)))
          : ofClass(raw, List.of());
    }
    if (type instanceof ParameterizedType generic) {
      List<Bound> arguments =
          Stream.of(generic.getActualTypeArguments()).map(one -> of(one, variables)).toList();
      return ofClass((Class<?>) generic.getRawType(), arguments);
    }
    if (type instanceof GenericArrayType array) {
      Bound element = of(array.getGenericComponentType(), variables);
      return new Bound(Array.newInstance(element.raw, 0).getClass(), List.of(element));
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0], variables);
    }
    Bound known = variables.get((TypeVariable<?>) type);
    return known != null ? known : new Bound(Object.class, List.of());
  }

  private static Bound ofClass(Class<?> raw, List<Bound> arguments) {
    if (raw.getTypeParameters().length != arguments.size()) {
      throw new IllegalArgumentException(
          raw.getName() + " has type arguments; state them by a GenericType");
    }
    return new Bound(raw, arguments);
  }

  /** The type of a member of this class. */
  Bound member(Type type) {
    Map<TypeVariable<?>, Bound> variables = new HashMap<>();
    for (int i = 0; i < raw.getTypeParameters().length; i++) {
      variables.put(raw.getTypeParameters()[i], arguments.get(i));
    }
    return of(type, variables);
  }

  /** A class that this one permits, its arguments as this one tells them. */
  Bound permitted(Class<?> below) {
    Map<TypeVariable<?>, Bound> variables = new HashMap<>();
    Stream.concat(Stream.of(below.getGenericInterfaces()), Stream.of(superclass(below)))
        .filter(ParameterizedType.class::isInstance)
        .map(ParameterizedType.class::cast)
        .filter(above -> above.getRawType().equals(raw))
        .forEach(above -> bind(above, variables));
    List<Bound> own =
        Stream.of(below.getTypeParameters()).map(variable -> of(variable, variables)).toList();
    return new Bound(below, own);
  }

  private static Type superclass(Class<?> type) {
    Type above = type.getGenericSuperclass();
    return above == null ? Object.class : above;
  }

  private void bind(ParameterizedType above, Map<TypeVariable<?>, Bound> variables) {
    Type[] stated = above.getActualTypeArguments();
    for (int i = 0; i < stated.length; i++) {
      if (stated[i] instanceof TypeVariable<?> variable) {
        variables.put(variable, arguments.get(i));
      }
    }
  }

  @Override
  public String toString() {
    if (raw.isArray()) {
      return arguments.get(0) + "[]";
    }
    String name = raw.getCanonicalName() == null ? raw.getName() : raw.getCanonicalName();
    return arguments.isEmpty()
        ? name
        : name
            + arguments.stream().map(Bound::toString).collect(Collectors.joining(", ", "<", ">"));
  }
}
