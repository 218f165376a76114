package dev.larder;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An optional: its normal form is the optional of its value's normal form. */
final class OptionalPart<T> extends PartType<T> {
  private static final String NONE = "~none";

  private final PartType<Object> value;
  private final Function<Object, @Nullable Optional<?>> optional;

  /** With the optional that a value is, or null for a value of another type. */
  OptionalPart(PartType<?> value, Function<Object, @Nullable Optional<?>> optional) {
    super("optional(" + value.name() + ")");
    this.value = ListPart.widened(value);
    this.optional = optional;
  }

  @Override
  public @Nullable Object normal(@Nullable T given) {
    if (given == null) {
      return null;
    }
    Optional<?> held = optional.apply(given);
    return value.isOwnKey() ? held : held.map(value::normal);
  }

  @Override
  @Nullable Object misfit(Object given) {
    Optional<?> held = optional.apply(given);
    return held == null ? given : held.map(value::misfit).orElse(null);
  }

  /** The text of the value; where that tells of an empty optional itself, one level is added. */
  @Override
  void write(Object normal, StringBuilder out) {
    Optional<?> held = (Optional<?>) normal;
    if (held.isEmpty()) {
      out.append(NONE);
      return;
    }
    int start = out.length();
    value.write(held.get(), out);
    if (out.indexOf(NONE, start) == start) {
      int level = level(out.substring(start));
      out.setLength(start);
      out.append(NONE).append(level + 1);
    }
  }

  private static int level(String none) {
    return none.length() == NONE.length() ? 0 : Integer.parseInt(none.substring(NONE.length()));
  }

  @Override
  Object parse(String text) {
    if (text.equals(NONE)) {
      return Optional.empty();
    }
    if (text.startsWith(NONE)) {
      int level = level(text);
      if (level < 1 || !text.equals(NONE + level)) {
        throw new IllegalArgumentException("not a level of empty optionals");
      }
      return Optional.of(value.parse(level == 1 ? NONE : NONE + (level - 1)));
    }
    return Optional.of(value.parse(text));
  }
}
