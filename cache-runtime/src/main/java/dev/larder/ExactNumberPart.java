package dev.larder;

import dev.larder.internal.text.EscapedText;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A number whose class can be extended: its normal form is of the class itself. */
final class ExactNumberPart<T extends Number> extends PartType<T> {
  private final Class<T> type;
  private final UnaryOperator<T> exact;
  private final Function<String, T> reader;

  ExactNumberPart(Class<T> type, UnaryOperator<T> exact, Function<String, T> reader) {
    super(type.getSimpleName());
    this.type = type;
    this.exact = exact;
    this.reader = reader;
  }

  @Override
  public @Nullable Object normal(@Nullable T value) {
    return value == null || value.getClass() == type ? value : exact.apply(value);
  }

  @Override
  @Nullable Object misfit(Object value) {
    return type.isInstance(value) ? null : value;
  }

  @Override
  void write(Object normal, StringBuilder out) {
    EscapedText.append(type.cast(normal).toString(), out);
  }

  @Override
  Object parse(String text) {
    String plain = EscapedText.read(text);
    T value = reader.apply(plain);
    if (!value.toString().equals(plain)) {
      throw new IllegalArgumentException("not the one text of its value");
    }
    return value;
  }
}
