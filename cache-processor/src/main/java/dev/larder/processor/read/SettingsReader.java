package dev.larder.processor.read;

import dev.larder.processor.model.SettingsModel;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads the settings of a {@code @Cached}, its type's {@code @CacheDefaults} considered. */
final class SettingsReader {
  private final Optional<StatedAnnotation> defaults;

  SettingsReader(TypeElement type) {
    this.defaults = StatedAnnotation.of(type, "CacheDefaults");
  }

  /** What is stated here or for the whole type. */
  SettingsModel of(StatedAnnotation cached) {
    Optional<Long> ttl = cached.seconds("ttl");
    return new SettingsModel(
        ttl.isPresent() ? ttl : defaults.flatMap(type -> type.seconds("ttl")),
        cached.seconds("localTtl"),
        cached.seconds("nullTtl"),
        cached.share("jitter"),
        cached.seconds("refreshAfter"),
        cached.seconds("staleTtl"),
        cached.isSet("localCopy"));
  }
}
