package dev.larder;

/**
 * The lossless text of a type of your own in keys: {@code parse(format(value))} is the value again,
 * and different values have different texts, in every process, locale and time zone.
 *
 * <p>The text may hold any characters; what a key cannot hold is escaped. Must be thread-safe.
 *
 * @param <T> the type whose values have this text
 */
public interface KeyPart<T> {
  /** The value's text, never null; may be empty. What it throws reaches whoever makes the key. */
  String format(T value);

  /** The value that has this text. Throws any unchecked exception if there is none. */
  T parse(String text);
}
