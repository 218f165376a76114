package dev.larder;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any of the JDK's optionals: its normal form is the {@link Optional} of its value's normal form.
 */
final class OptionalPart<T> extends PartType<T> {
  private static final String NONE = "~none";

  private final PartType<Object> value;

  OptionalPart(PartType<?> value) {
    super("optional(" + value.name() + ")");
    this.value = value.widened();
  }

  @Override
  public @Nullable Object normal(@Nullable T given) {
    if (given == null) {
      return null;
    }
    Optional<?> held = BoxedOptional.of(given);
    return value.isOwnKey() ? held : held.map(value::normal);
  }

  @Override
  @Nullable Object misfit(Object given) {
    return BoxedOptional.isOptional(given)
        ? BoxedOptional.of(given).map(value::misfit).orElse(null)
        : given;
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
    return Optional.of(value.parse(text.startsWith(NONE) ? oneLevelDown(text) : text));
  }

  private static String oneLevelDown(String text) {
    int level = level(text);
    if (level < 1 || !text.equals(NONE + level)) {
      throw new IllegalArgumentException("not a level of empty optionals");
    }
    return level == 1 ? NONE : NONE + (level - 1);
  }
}
