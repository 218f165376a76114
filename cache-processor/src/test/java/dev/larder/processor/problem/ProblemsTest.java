package dev.larder.processor.problem;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.larder.processor.LarderModelProcessor;
import dev.larder.processor.LarderProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong source brings exactly the problems that it states, with their places and texts. */
final class ProblemsTest {
  private static final Path CASES = Path.of("src/test/resources/problems");

  @TempDir private Path classes;

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
    Compilation compilation =
        javac()
            .withProcessors(new LarderProcessor(), new LarderModelProcessor())
            .withOptions(options(one))
            .withClasspath(classPath(one))
            .compile(one.sources());
    List<String> said =
        Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
            .map(ProblemCase::describe)
            .toList();
    assertThat(said).containsExactlyInAnyOrderElementsOf(one.expected());
  }

  /** Javac goes on behind our errors, as it does for Error Prone, to show that nothing follows. */
  private static List<String> options(ProblemCase one) {
    List<String> options = new ArrayList<>(one.options());
    options.add("-XDshould-stop.ifError=FLOW");
    return options;
  }

  private List<File> classPath(ProblemCase one) throws IOException {
    List<File> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(new File(entry));
    }
    if (!one.compiled().isEmpty()) {
      Path own = Files.createDirectories(classes.resolve(one.name()));
      compile(one.compiled(), own);
      path.add(own.toFile());
    }
    return path;
  }

  private static void compile(List<JavaFileObject> sources, Path to) throws IOException {
    Compilation compilation = Compiler.javac().withOptions("-proc:none").compile(sources);
    for (JavaFileObject file : compilation.generatedFiles()) {
      Path target = to.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
      Files.createDirectories(target.getParent());
      try (InputStream content = file.openInputStream()) {
        Files.write(target, content.readAllBytes());
      }
    }
  }
}
