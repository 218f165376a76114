package dev.larder.internal.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What all levels of configuration state, by whole keys; what stands above hides what stands below.
 * What is not of the asked form is refused by a {@link RefusedSetting}.
 */
public final class Settings {
  private static final Pattern LINE = Pattern.compile(", line [0-9]+$");

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
    return read(key, Form.duration());
  }

  /** A duration of more than nothing. */
  public Optional<Duration> positiveDuration(String key) {
    return read(key, Form.positiveDuration());
  }

  /** A whole number within bounds. */
  public Optional<Long> number(String key, long least, long most) {
    return read(key, Form.number(least, most));
  }

  /** A number of bytes within bounds, with a unit or without. */
  public Optional<Long> size(String key, long least, long most) {
    return read(key, Form.size(least, most));
  }

  /** A factor from 0 to some most. */
  public Optional<Double> factor(String key, double most) {
    return read(key, Form.factor(most));
  }

  /** A share from 0 to 1. */
  public Optional<Double> share(String key) {
    return read(key, Form.share());
  }

  /** True or false. */
  public Optional<Boolean> flag(String key) {
    return read(key, Form.flag());
  }

  /** One of several texts. */
  public Optional<String> choice(String key, List<String> choices) {
    return read(key, Form.choice(choices));
  }

  private <T> Optional<T> read(String key, Form<T> form) {
    return text(key).map(text -> form.read(text).orElseThrow(() -> expected(key, form.expected())));
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
