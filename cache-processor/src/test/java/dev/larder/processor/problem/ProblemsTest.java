package dev.larder.processor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong source brings exactly the problems that it states, with their places and texts. */
final class ProblemsTest {
  private static final Path CASES = Path.of("src/test/resources/problems");

  /** Larder, and the libraries that it brings. */
  private static final String NEEDED =
      "annotations|runtime|jspecify|caffeine|slf4j-api|kryo|minlog|reflectasm|objenesis";

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> eachSourceIsToldWhatIsWrongWithIt() throws IOException {
    return cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
  }

  static List<ProblemCase> cases() throws IOException {
    List<ProblemCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        cases.add(ProblemCase.read(file));
      }
    }
    return cases;
  }

  private void check(ProblemCase one) throws IOException {
    Path home = directory.resolve(one.name());
    String classPath = System.getProperty("java.class.path");
    if (!one.compiled().isEmpty()) {
      Path library = home.resolve("library");
      new JavacRun(one.compiled(), library)
          .told(List.of("-proc:none", "-cp", classPath), List.of());
      classPath += File.pathSeparator + library.resolve("classes");
    }
    List<String> options = new ArrayList<>(List.of("-cp", classPath));
    one.options().forEach(option -> options.add(option.replace("MODULES", modules())));
    // Javac goes on behind our errors, as it does for Error Prone, to show that nothing follows.
    options.add("-XDshould-stop.ifError=FLOW");
    assertThat(new JavacRun(one.sources(), home).told(options))
        .containsExactlyInAnyOrderElementsOf(one.expected());
  }

  /** The part of the class path on which a user's module would depend. */
  private static String modules() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.matches(".*(" + NEEDED + ")\\b.*"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
