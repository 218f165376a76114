package dev.larder.integration.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table in {@code target} to which several test classes give their rows. */
record Table(Path file, String head) {
  /** Replaces the rows that begin as these do, in their first column, and prints these. */
  void replace(String first, List<String> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(head);
    present().stream()
        .filter(line -> !line.equals(head) && !line.startsWith(first + " "))
        .forEach(lines::add);
    lines.addAll(rows);
    System.out.println(head);
    rows.forEach(System.out::println);
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> present() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
