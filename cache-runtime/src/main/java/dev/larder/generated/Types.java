package dev.larder.generated;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types with arguments, as reflection has them. */
public final class Types {
  private Types() {}

  /** A generic class with arguments: {@code List<User>}. */
  public static Type of(Class<?> raw, Type... arguments) {
    return new Parameterized(raw, List.of(arguments));
  }

  /** An array of a type with arguments: {@code List<User>[]}. */
  public static Type arrayOf(Type element) {
    return new OfArray(element);
  }

  /** A class with arguments. */
  private record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return raw.getDeclaringClass();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ParameterizedType that
          && raw.equals(that.getRawType())
          && Arrays.equals(getActualTypeArguments(), that.getActualTypeArguments());
    }

    @Override
    public int hashCode() {
      return 31 * raw.hashCode() + arguments.hashCode();
    }

    @Override
    public String toString() {
      return raw.getName()
          + arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
    }
  }

  /** An array of such. */
  private record OfArray(Type element) implements GenericArrayType {
    @Override
    public Type getGenericComponentType() {
      return element;
    }

    @Override
    public String toString() {
      return element.getTypeName() + "[]";
    }
  }
}
