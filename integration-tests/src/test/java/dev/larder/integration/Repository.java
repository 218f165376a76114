package dev.larder.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checked-out repository that the tests look at. */
final class Repository {
  /** Its root folder. */
  static final Path ROOT = Path.of(System.getProperty("larder.root")).toAbsolutePath().normalize();

  private Repository() {}

  /** Its files whose names end so, but for what builds have made; by their paths from the root. */
  static List<Path> files(String ending) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .map(ROOT::relativize)
          .filter(file -> !file.toString().contains("target/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
