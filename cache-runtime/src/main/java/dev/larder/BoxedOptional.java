package dev.larder;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The optionals of the JDK as {@link Optional}s; null for values of other types. */
final class BoxedOptional {
  private BoxedOptional() {}

  static @Nullable Optional<?> of(Object value) {
    return value instanceof Optional<?> optional ? optional : null;
  }

  static @Nullable Optional<?> ofInt(Object value) {
    if (value instanceof OptionalInt held) {
      return held.isPresent() ? Optional.of(held.getAsInt()) : Optional.empty();
    }
    return of(value);
  }

  static @Nullable Optional<?> ofLong(Object value) {
    if (value instanceof OptionalLong held) {
      return held.isPresent() ? Optional.of(held.getAsLong()) : Optional.empty();
    }
    return of(value);
  }

  static @Nullable Optional<?> ofDouble(Object value) {
    if (value instanceof OptionalDouble held) {
      return held.isPresent() ? Optional.of(held.getAsDouble()) : Optional.empty();
    }
    return of(value);
  }
}
