package dev.larder;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Each optional of the JDK as an {@link Optional}. */
final class BoxedOptional {
  private BoxedOptional() {}

  static boolean isOptional(Object value) {
    return value instanceof Optional
        || value instanceof OptionalInt
        || value instanceof OptionalLong
        || value instanceof OptionalDouble;
  }

  static Optional<?> of(Object optional) {
    if (optional instanceof OptionalInt held) {
      return held.isPresent() ? Optional.of(held.getAsInt()) : Optional.empty();
    }
    if (optional instanceof OptionalLong held) {
      return held.isPresent() ? Optional.of(held.getAsLong()) : Optional.empty();
    }
    if (optional instanceof OptionalDouble held) {
      return held.isPresent() ? Optional.of(held.getAsDouble()) : Optional.empty();
    }
    return (Optional<?>) optional;
  }
}
