package dev.larder.internal.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the text of a setting must look like.
 *
 * @param expected what messages call the form
 * @param reader gives the value of a text; empty, or throwing, if it is not of the form
 * @param <T> the values
 */
record Form<T>(String expected, Function<String, Optional<T>> reader) {
  /** A number that has a unit: without one, a reader cannot know what was meant. */
  private static final Pattern WITH_UNIT = Pattern.compile("0|[0-9.]+\\s*[a-zA-Z]+");

  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** A duration that is not negative. */
  static Form<Duration> duration() {
    return new Form<>("a duration with its unit, such as 250ms, 2s, 5m, 1h or 7d", Form::duration);
  }

  /** A duration of more than nothing. */
  static Form<Duration> positiveDuration() {
    return new Form<>(
        "a duration above 0 with its unit, such as 250ms, 2s, 5m, 1h or 7d",
        text -> duration(text).filter(duration -> !duration.isZero()));
  }

  private static Optional<Duration> duration(String text) {
    return Optional.of(text)
        .filter(given -> WITH_UNIT.matcher(given).matches())
        .map(given -> library(given).getDuration("text"))
        .filter(duration -> duration.compareTo(LONGEST) <= 0);
  }

  /** A whole number within bounds. */
  static Form<Long> number(long least, long most) {
    String bounds =
        most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
    return new Form<>("a whole number " + bounds, text -> within(Long.valueOf(text), least, most));
  }

  /** A number of bytes within bounds, with a unit or without. */
  static Form<Long> size(long least, long most) {
    return new Form<>(
        "a size from " + least + " to " + most + " bytes, such as 65536, 512KiB or 1MiB",
        text -> within(library(text).getBytes("text"), least, most));
  }

  private static Optional<Long> within(Long number, long least, long most) {
    return Optional.of(number).filter(given -> given >= least && given <= most);
  }

  /** A share from 0 to 1. */
  static Form<Double> share() {
    return new Form<>(
        "a share from 0 to 1, such as 0.1",
        text -> Optional.of(Double.valueOf(text)).filter(share -> share >= 0 && share <= 1));
  }

  /** A factor from 0 to some most. */
  static Form<Double> factor(double most) {
    return new Form<>(
        "a factor from 0 to " + (long) most + ", such as 1",
        text -> Optional.of(Double.valueOf(text)).filter(given -> given >= 0 && given <= most));
  }

  /** True or false. */
  static Form<Boolean> flag() {
    return new Form<>(
        "true or false",
        text ->
            Optional.of(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.equals("true") || word.equals("false"))
                .map(Boolean::valueOf));
  }

  /** One of several texts. */
  static Form<String> choice(List<String> choices) {
    return new Form<>(
        String.join(" or ", choices), text -> Optional.of(text).filter(choices::contains));
  }

  private static Config library(String text) {
    return ConfigValueFactory.fromAnyRef(text).atKey("text");
  }

  /** The value of a text; empty if it is not of this form. */
  Optional<T> read(String text) {
    try {
      return reader.apply(text);
    } catch (ConfigException | IllegalArgumentException | ArithmeticException e) {
      // What the parsers say holds the text, which may hold a password.
      return Optional.empty();
    }
  }
}
