package dev.larder.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The folder of what was measured. */
public final class Results {
  private Results() {}

  /** Writes a dated file. */
  public static void write(String name, String json) throws IOException {
    Path folder = Path.of(System.getProperty("larder.results", "benchmarks/results"));
    Files.createDirectories(folder);
    Path file = folder.resolve(name + "-" + LocalDate.now() + ".json");
    Files.writeString(file, json);
    System.out.println("Written to " + file);
  }
}
