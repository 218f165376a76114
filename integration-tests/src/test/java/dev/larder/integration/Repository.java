package dev.larder.integration;

import java.nio.file.Path;

/** The checked-out repository that the tests look at. */
final class Repository {
  /** Its root folder. */
  static final Path ROOT = Path.of(System.getProperty("larder.root")).toAbsolutePath().normalize();

  private Repository() {}
}
