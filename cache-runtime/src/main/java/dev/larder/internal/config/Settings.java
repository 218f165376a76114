package dev.larder.internal.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What all levels of configuration state, by whole keys; what stands above hides what stands below.
 * What is not of the asked form is refused by a {@link RefusedSetting}.
 */
public final class Settings {
  /** A number that has a unit: without one, a reader cannot know what was meant. */
  private static final Pattern WITH_UNIT = Pattern.compile("0|[0-9.]+\\s*[a-zA-Z]+");

  private static final Pattern LINE = Pattern.compile(", line [0-9]+$");

  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final List<Config> layers;
  private final Config merged;

  Settings(List<Layer> layers) {
    this.layers = layers.stream().map(Layer::config).toList();
    this.merged = this.layers.stream().reduce(ConfigFactory.empty(), Config::withFallback);
  }

  /** Where something is stated: files and variables, each once. */
  public List<String> origins() {
    return keys().stream()
        .map(key -> merged.getValue(Layer.path(key)).origin().description())
        .map(origin -> LINE.matcher(origin).replaceFirst(""))
        .distinct()
        .toList();
  }

  /** The keys that are stated. */
  public Set<String> keys() {
    return new TreeSet<>(merged.root().keySet());
  }

  /** Whether something is stated. */
  public boolean states(String key) {
    return merged.hasPath(Layer.path(key));
  }

  /** A value as it stands. */
  public Optional<String> text(String key) {
    return states(key) ? Optional.of(merged.getString(Layer.path(key))) : Optional.empty();
  }

  /** A duration that is not negative. */
  public Optional<Duration> duration(String key) {
    return text(key).map(text -> duration(key, text));
  }

  private Duration duration(String key, String text) {
    try {
      if (WITH_UNIT.matcher(text).matches()) {
        Duration duration = merged.getDuration(Layer.path(key));
        if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
          return duration;
        }
      }
    } catch (ConfigException | ArithmeticException e) {
      // Told below: the library's own text may hold more than ours.
    }
    throw expected(key, "a duration with its unit, such as 250ms, 2s, 5m, 1h or 7d");
  }

  /** A whole number within bounds. */
  public OptionalLong number(String key, long least, long most) {
    return text(key)
        .map(text -> OptionalLong.of(number(key, text, least, most)))
        .orElse(OptionalLong.empty());
  }

  private long number(String key, String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw expected(
        key,
        "a whole number "
            + (most < Integer.MAX_VALUE
                ? "from " + least + " to " + most
                : "of at least " + least));
  }

  /** A number of bytes, with a unit or without. */
  public OptionalLong size(String key, long least, long most) {
    if (!states(key)) {
      return OptionalLong.empty();
    }
    try {
      long bytes = merged.getBytes(Layer.path(key));
      if (bytes >= least && bytes <= most) {
        return OptionalLong.of(bytes);
      }
    } catch (ConfigException e) {
      // Told below.
    }
    throw expected(
        key, "a size from " + least + " to " + most + " bytes, such as 65536, 512KiB or 1MiB");
  }

  /** A share from 0 to 1. */
  public OptionalDouble share(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double share = Double.parseDouble(text.get());
      if (share >= 0 && share <= 1) {
        return OptionalDouble.of(share);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw expected(key, "a share from 0 to 1, such as 0.1");
  }

  /** True or false. */
  public Optional<Boolean> flag(String key) {
    return text(key)
        .map(
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw expected(key, "true or false");
                });
  }

  /** One of several texts. */
  public Optional<String> choice(String key, List<String> choices) {
    Optional<String> text = text(key);
    if (text.isPresent() && !choices.contains(text.get())) {
      throw expected(key, String.join(" or ", choices));
    }
    return text;
  }

  /** The texts between commas; none of them empty. */
  public List<String> list(String key) {
    return text(key).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** Whether one is stated at a level above that of the other. */
  public boolean outranks(String key, String other) {
    return states(key) && states(other) && level(key) < level(other);
  }

  private int level(String key) {
    int level = 0;
    while (!layers.get(level).hasPath(Layer.path(key))) {
      level++;
    }
    return level;
  }

  /** A refusal of a value that is not of its form. */
  public RefusedSetting expected(String key, String form) {
    return new RefusedSetting(shown(key) + ", but must be " + form);
  }

  /** A refusal of a value that is of its form, but cannot be. */
  public RefusedSetting refused(String key, String because) {
    return new RefusedSetting(shown(key) + ", which is refused: " + because);
  }

  /** The key with its value, save for passwords, and where that is stated. */
  private String shown(String key) {
    String value = text(key).map(text -> Secrets.shown(key, text)).orElse("not stated");
    return key + " is " + value + where(key);
  }

  /** The key and where it is stated, without its value. */
  public String place(String key) {
    return key + where(key);
  }

  private String where(String key) {
    return states(key) ? " (" + merged.getValue(Layer.path(key)).origin().description() + ")" : "";
  }

  /** Values may be passwords. */
  @Override
  public String toString() {
    return "settings " + keys();
  }
}
