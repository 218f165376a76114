package dev.larder;

import org.jspecify.annotations.Nullable;

/**
 * A type that a part of a key can have: its immutable form in the heap and its lossless text. Two
 * forms are equal if, and only if, their texts are. Found in {@link PartTypes}.
 *
 * @param <T> the type of the method's parameter
 */
public abstract class PartType<T> {
  /** The text of a null; begins as no escaped text can. */
  static final String NULL = "~null";

  private final String name;

  PartType(String name) {
    this.name = name;
  }

  /** The name in shapes and messages, such as {@code long} or {@code list(UUID)}. */
  public final String name() {
    return name;
  }

  /** Whether a value is its own immutable form, and its own key where it is the only part. */
  public boolean isOwnKey() {
    return false;
  }

  /** The value's immutable form in the heap; null for null. */
  public abstract @Nullable Object normal(@Nullable T value);

  /** This part type, for values whose class is known to be right. */
  @SuppressWarnings("unchecked") // a part type only takes values in
  final PartType<Object> widened() {
    return (PartType<Object>) this;
  }

  /** The value, or that element of it, which is not of this type; null if all is well. */
  abstract @Nullable Object misfit(Object value);

  /** Appends the text of a normal form. */
  abstract void write(Object normal, StringBuilder out);

  /** The normal form that has this text. Throws any unchecked exception if there is none. */
  abstract Object parse(String text);

  /** Appends the text of a normal form, or of null. */
  final void append(@Nullable Object normal, StringBuilder out) {
    if (normal == null) {
      out.append(NULL);
    } else {
      write(normal, out);
    }
  }

  /** The normal form that has this text, or null. */
  final @Nullable Object read(String text) {
    if (text.equals(NULL)) {
      return null;
    }
    try {
      return parse(text);
    } catch (RuntimeException e) {
      throw new CacheValidationException(
          Quoted.text(text) + " is not the text of a key part of type " + name, e);
    }
  }

  @Override
  public final String toString() {
    return name;
  }
}
