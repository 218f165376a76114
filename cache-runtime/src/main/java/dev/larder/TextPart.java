package dev.larder;

import dev.larder.internal.text.EscapedText;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A part whose normal form is its text, because its own equality is not that of its text. */
final class TextPart<T> extends PartType<T> {
  private final Class<?> type;
  private final Function<T, String> writer;
  private final Predicate<String> isText;

  TextPart(String name, Class<?> type, Function<T, String> writer, Predicate<String> isText) {
    super(name);
    this.type = type;
    this.writer = writer;
    this.isText = isText;
  }

  /** A user's type, whose class is not known here. */
  static <T> TextPart<T> keyed(String typeName, KeyPart<T> part) {
    return new TextPart<>(
        typeName, Object.class, part::format, text -> part.format(part.parse(text)).equals(text));
  }

  @Override
  public @Nullable Object normal(@Nullable T value) {
    return value == null ? null : text(value);
  }

  private String text(T value) {
    String text = writer.apply(value);
    if (text == null) {
      throw new CacheValidationException("the KeyPart of " + name() + " gave null as a text");
    }
    return text;
  }

  @Override
  @Nullable Object misfit(Object value) {
    return type.isInstance(value) ? null : value;
  }

  @Override
  void write(Object normal, StringBuilder out) {
    EscapedText.append((String) normal, out);
  }

  @Override
  Object parse(String text) {
    String plain = EscapedText.read(text);
    if (!isText.test(plain)) {
      throw new IllegalArgumentException("not the one text of its value");
    }
    return plain;
  }
}
