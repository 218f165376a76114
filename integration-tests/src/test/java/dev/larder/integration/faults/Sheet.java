package dev.larder.integration.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table in {@code target}, printed and written when all its rows are there. */
final class Sheet {
  private final Path file;
  private final List<String> lines = new ArrayList<>();

  Sheet(String name, String head) {
    this.file = Path.of("target", name);
    lines.add(head);
  }

  void add(String format, Object... values) {
    lines.add(format.formatted(values));
  }

  void print() {
    lines.forEach(System.out::println);
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
