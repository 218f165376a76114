package dev.larder.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings of a store, as configuration states them; each is absent where it states nothing.
 *
 * <p>A value that is not of the asked form is refused by an exception that names the key, the
 * value, where it was stated and what was expected. Passwords, also those inside URLs, stand in no
 * such text.
 */
public interface StoreSettings {
  /** The chain that the store is opened for. */
  String chain();

  /**
   * A setting as it stands.
   *
   * @throws IllegalArgumentException if the factory has not declared such a setting; so with all
   *     others
   */
  Optional<String> text(String setting);

  /**
   * A setting as a duration that is not negative, such as {@code 250ms}, {@code 2s} or {@code 5m}.
   */
  Optional<Duration> duration(String setting);

  /** A setting as a whole number that is not negative. */
  OptionalInt integer(String setting);

  /** A setting as {@code true} or {@code false}. */
  Optional<Boolean> flag(String setting);

  /** A setting as the texts between its commas; empty where it states nothing. */
  List<String> list(String setting);

  /**
   * Whether a setting is stated above another, as the environment is above files: a host in the
   * environment is meant to hold although a file has a URL. False where either is not stated.
   */
  boolean outranks(String setting, String other);

  /**
   * What to throw for a setting that is of its form, but cannot be; the text names the key, the
   * value and where it was stated.
   *
   * @param because what completes the sentence "the setting ... is refused: ", such as {@code "a
   *     cluster has database 0 alone"}; without passwords
   */
  RuntimeException refuse(String setting, String because);
}
