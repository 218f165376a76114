package dev.larder.integration.fleet;

import java.nio.file.Path;
import java.util.Locale;

/** A build of the shop in {@code src/fleet}; each has another value class than the one before. */
enum Build {
  /** A product has an id and a price. */
  V1,
  /** It has a label, too. */
  V2,
  /** The price is called cost, and the label is a list of labels. */
  V3,
  /** The amount of a price is a {@code BigDecimal}, and there is one currency more. */
  V4;

  private static final Path SOURCES = Path.of("src", "fleet");

  /** Its sources, and those that all builds have. */
  Path[] sources() {
    return new Path[] {SOURCES.resolve("common"), SOURCES.resolve(toString())};
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
