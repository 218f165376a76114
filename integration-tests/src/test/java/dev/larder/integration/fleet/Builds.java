package dev.larder.integration.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Compiles programs with the processor, as a user's build does, each into a class path of its own.
 */
record Builds(Path directory) {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** What is on this process's class path for its tests alone. */
  private static final Pattern FOR_TESTS_ALONE =
      Pattern.compile(
          ".*/(cache-processor|cache-testkit|integration-tests)/target/.*"
              + "|.*/(junit|assertj|archunit)-[^/]*jar");

  /** Compiles source folders into classes, and gives the class path that runs them. */
  String compile(String name, Path... sources) {
    Path classes = directory.resolve(name);
    List<String> options =
        List.of(
            "-Xlint:all",
            "-Werror",
            "-d",
            made(classes).toString(),
            "-cp",
            libraries(),
            "--processor-path",
            System.getProperty("java.class.path"));
    StringWriter told = new StringWriter();
    var files = COMPILER.getStandardFileManager(null, null, null);
    var units =
        files.getJavaFileObjectsFromPaths(Stream.of(sources).flatMap(Builds::javaFiles).toList());
    COMPILER.getTask(told, files, null, options, null, units).call();
    assertThat(told.toString()).as("what javac says of %s", name).isEmpty();
    return classes + File.pathSeparator + libraries();
  }

  private static Path made(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stores, the runtime, the annotations, and what they need. */
  private static String libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !FOR_TESTS_ALONE.matcher(entry).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
