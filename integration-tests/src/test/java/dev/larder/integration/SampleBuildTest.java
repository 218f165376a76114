package dev.larder.integration;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's module, built by nothing but javac against the jars as they are published. */
class SampleBuildTest {
  private static final List<String> SAMPLES = List.of("maven", "gradle");

  /** The runtime's own libraries, which stand on a user's module path too. */
  private static final List<String> LIBRARIES = List.of("caffeine-", "slf4j-api-", "jspecify-");

  private static final String MAIN = "com.acme.shop/com.acme.shop.Shop";

  @TempDir Path classes;

  static Stream<Arguments> samplesAndJdks() {
    return SAMPLES.stream()
        .flatMap(sample -> Jdk.all().stream().map(jdk -> Arguments.of(sample, jdk)));
  }

  @ParameterizedTest(name = "examples/{0}, {1}")
  @MethodSource("samplesAndJdks")
  void compilesOnTheModulePathWithoutAWarning(String sample, Jdk jdk) throws Exception {
    Jdk.Output javac = jdk.run("javac", arguments(sample));

    assertThat(javac.text()).isEmpty();
    assertThat(javac.exitCode()).isZero();
    assertThat(classes.resolve("com/acme/shop/CachedUserService.java")).exists();
    note(jdk);
  }

  @ParameterizedTest(name = "examples/{0}, {1}")
  @MethodSource("samplesAndJdks")
  void runsOnTheModulePath(String sample, Jdk jdk) throws Exception {
    jdk.run("javac", arguments(sample));

    Jdk.Output shop =
        jdk.run("java", List.of("-p", classes + File.pathSeparator + modulePath(), "-m", MAIN));

    assertThat(shop.text()).endsWith("User[userId=1, name=Ada], asked for 1 time");
    assertThat(shop.exitCode()).isZero();
  }

  private List<String> arguments(String sample) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-Xlint:all", "-Werror", "-d", classes.toString()));
    arguments.addAll(List.of("--module-path", modulePath()));
    arguments.addAll(List.of("--processor-path", published(PublishedModule.PROCESSOR)));
    try (Stream<Path> sources = Files.walk(Repository.ROOT.resolve("examples").resolve(sample))) {
      sources
          .map(Path::toString)
          .filter(name -> name.endsWith(".java"))
          .sorted()
          .forEach(arguments::add);
    }
    return arguments;
  }

  private static String modulePath() {
    Stream<String> ours =
        Stream.of(PublishedModule.ANNOTATIONS, PublishedModule.RUNTIME)
            .map(SampleBuildTest::published);
    return Stream.concat(ours, libraries()).collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<String> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            jar -> LIBRARIES.stream().anyMatch(Path.of(jar).getFileName().toString()::startsWith));
  }

  private static String published(PublishedModule module) {
    assertThat(module.jar()).as("made by: mvn verify").exists();
    return module.jar().toString();
  }

  /** For ./verify, which says at its end with which JDKs the sample was built. */
  private static void note(Jdk jdk) throws IOException {
    Path notes = Repository.ROOT.resolve("integration-tests/target/sample-build-jdks.txt");
    Files.writeString(notes, jdk + System.lineSeparator(), CREATE, APPEND);
  }
}
