package dev.larder.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An installed JDK, and its tools. */
public record Jdk(int feature, Path home) {
  /** Where Debian's packages, and most others, install JDKs. */
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  /** The JDK that runs this and, if that is another one, JDK 25 where it is installed. */
  public static List<Jdk> all() {
    Jdk running = running();
    return Stream.concat(Stream.of(running), twentyFive().stream())
        .filter(jdk -> jdk.equals(running) || jdk.feature() != running.feature())
        .toList();
  }

  /** The JDK that runs this. */
  public static Jdk running() {
    return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  /** Where a tool of this JDK is. */
  public Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  /** Runs a tool of this JDK to its end. */
  Output run(String tool, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(tool(tool).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // What a shell sets for its own JVMs is announced on the output of each.
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVAC_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), text.strip());
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }

  private static Optional<Jdk> twentyFive() {
    String named = System.getenv("LARDER_JDK25");
    if (named == null) {
      return installed().stream()
          .filter(Jdk::isTwentyFive)
          .sorted()
          .findFirst()
          .map(Jdk::twentyFiveAt);
    }
    if (!isTwentyFive(Path.of(named))) {
      throw new IllegalArgumentException("LARDER_JDK25 names no JDK 25: " + named);
    }
    return Optional.of(twentyFiveAt(Path.of(named)));
  }

  private static Jdk twentyFiveAt(Path home) {
    return new Jdk(25, home);
  }

  private static boolean isTwentyFive(Path home) {
    try {
      return Files.isExecutable(home.resolve("bin/javac"))
          && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Path> installed() {
    if (!Files.isDirectory(INSTALLED)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return homes.toList();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot list " + INSTALLED, e);
    }
  }

  /** What a tool gave: its exit code, and all that it printed. */
  record Output(int exitCode, String text) {}
}
