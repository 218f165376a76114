package dev.larder.integration;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's modules, built by nothing but javac against the jars as they are published. */
class SampleBuildTest {
  private static final List<String> SAMPLES = List.of("maven", "gradle");
  private static final String MAIN = "com.acme.shop/com.acme.shop.Shop";

  private static final String BRANCHES = "com.acme.desk.Branches";

  @TempDir Path directory;

  static Stream<Arguments> samplesAndJdks() {
    return SAMPLES.stream()
        .flatMap(sample -> Jdk.all().stream().map(jdk -> Arguments.of(sample, jdk)));
  }

  static Stream<Arguments> samplesAndJdksAndPaths() {
    return samplesAndJdks()
        .flatMap(
            both ->
                Stream.of(SampleBuild.Kind.values())
                    .map(kind -> Arguments.of(both.get()[0], both.get()[1], kind)));
  }

  @ParameterizedTest(name = "examples/{0}, {1}, {2}")
  @MethodSource("samplesAndJdksAndPaths")
  void compilesWithoutAWarning(String sample, Jdk jdk, SampleBuild.Kind kind) throws Exception {
    SampleBuild build = new SampleBuild(jdk, kind, directory);

    assertSilent(build.compileSample(sample));

    assertThat(build.classes("shop").resolve("com/acme/shop/CachedUserService.java")).exists();
    note(jdk);
  }

  @ParameterizedTest(name = "examples/{0}, {1}, {2}")
  @MethodSource("samplesAndJdksAndPaths")
  void aModuleThatUsesItCompilesWithoutAWarning(String sample, Jdk jdk, SampleBuild.Kind kind)
      throws Exception {
    SampleBuild build = new SampleBuild(jdk, kind, directory);
    assertSilent(build.compileSample(sample));

    assertSilent(build.compileUser());

    assertThat(build.classes("desk").resolve("com/acme/desk/Desk.class")).exists();
  }

  @ParameterizedTest(name = "examples/{0}, {1}")
  @MethodSource("samplesAndJdks")
  void runsOnTheModulePath(String sample, Jdk jdk) throws Exception {
    SampleBuild build = new SampleBuild(jdk, SampleBuild.Kind.MODULE_PATH, directory);
    build.compileSample(sample);

    Jdk.Output shop =
        jdk.run("java", List.of("-p", build.pathWith(build.classes("shop")), "-m", MAIN));

    assertThat(shop.text()).endsWith("User[userId=1, name=Ada], asked for 1 time");
    assertThat(shop.exitCode()).isZero();
  }

  @ParameterizedTest(name = "examples/{0}, {1}, {2}")
  @MethodSource("samplesAndJdksAndPaths")
  void storesValuesWithoutOpeningAnything(String sample, Jdk jdk, SampleBuild.Kind kind)
      throws Exception {
    SampleBuild build = new SampleBuild(jdk, kind, directory);
    assertSilent(build.compileSample(sample));
    assertSilent(build.compileUser());
    String path = build.pathWith(build.classes("shop"), build.classes("desk"));
    List<String> options =
        kind == SampleBuild.Kind.MODULE_PATH
            ? List.of("-p", path, "-m", "com.acme.desk/" + BRANCHES)
            : List.of("-cp", path, BRANCHES);

    Jdk.Output branches = jdk.run("java", options);

    assertThat(branches.text()).endsWith("User[userId=1, name=Ada] from the store");
    assertThat(branches.text()).as("what JDKs say of Unsafe").doesNotContain("WARNING");
    assertThat(branches.exitCode()).isZero();
  }

  @ParameterizedTest(name = "examples/{0}, {1}")
  @MethodSource("samplesAndJdks")
  void aCacheInTheHeapLoadsNothingOfKryo(String sample, Jdk jdk) throws Exception {
    SampleBuild build = new SampleBuild(jdk, SampleBuild.Kind.CLASS_PATH, directory);
    build.compileSample(sample);

    Jdk.Output shop =
        jdk.run(
            "java",
            List.of(
                "-Xlog:class+load",
                "-cp",
                build.pathWith(build.classes("shop")),
                MAIN.substring(MAIN.indexOf('/') + 1)));

    assertThat(shop.text())
        .contains(" com.acme.shop.CachedUserService ", "asked for 1 time")
        .doesNotContain(" com.esotericsoftware", "CachedUserServiceValues ");
  }

  private static void assertSilent(Jdk.Output javac) {
    assertThat(javac.text()).isEmpty();
    assertThat(javac.exitCode()).isZero();
  }

  /** For ./verify, which says at its end with which JDKs the sample was built. */
  private static void note(Jdk jdk) throws IOException {
    Path notes = Repository.ROOT.resolve("integration-tests/target/sample-build-jdks.txt");
    Files.writeString(notes, jdk + System.lineSeparator(), CREATE, APPEND);
  }
}
