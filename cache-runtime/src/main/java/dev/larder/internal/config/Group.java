package dev.larder.internal.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of a chain, a cache or a store: the same names under some beginnings, of which an
 * earlier one hides a later one.
 */
public final class Group {
  private final Settings settings;
  private final List<String> beginnings;

  Group(Settings settings, List<String> beginnings) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.beginnings = List.copyOf(beginnings);
  }

  /** What states the settings. */
  public Settings settings() {
    return settings;
  }

  /** The whole key of a setting; where several state it, the one that holds. */
  public String key(String setting) {
    return beginnings.stream()
        .map(beginning -> key(beginning, setting))
        .filter(settings::states)
        .findFirst()
        .orElseGet(() -> key(beginnings.get(0), setting));
  }

  private static String key(String beginning, String setting) {
    return beginning + (beginning.endsWith("_") ? KnownKeys.relaxed(setting) : setting);
  }

  /** Whether something is stated of any setting whose name begins so. */
  public boolean statesAny(String setting) {
    return beginnings.stream()
        .map(beginning -> key(beginning, setting))
        .anyMatch(text -> settings.keys().stream().anyMatch(key -> key.startsWith(text)));
  }

  /** The first of the keys that are stated. */
  public Optional<String> stated() {
    return settings.keys().stream().filter(this::has).findFirst();
  }

  private boolean has(String key) {
    return beginnings.stream().anyMatch(key::startsWith);
  }

  /** These settings, and where they state nothing, the other's. */
  public Group orElse(Group other) {
    return new Group(
        settings, Stream.concat(beginnings.stream(), other.beginnings.stream()).toList());
  }

  /** Whether the text of a failure, or of what caused it, has a password of this group. */
  public boolean isRevealedBy(Throwable failure) {
    List<String> secrets =
        settings.keys().stream()
            .filter(this::has)
            .flatMap(key -> settings.text(key).stream().flatMap(text -> Secrets.in(key, text)))
            .toList();
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(100)
        .anyMatch(each -> secrets.stream().anyMatch(String.valueOf(each.getMessage())::contains));
  }

  /** The group of a store's settings within that of its chain. */
  public Group within(String name) {
    return new Group(settings, beginnings.stream().map(each -> each + name + ".").toList());
  }
}
