package dev.larder.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The build files that users copy name what this build publishes. */
class ExamplesTest {
  private static final String VERSION = System.getProperty("larder.version");

  @Test
  void theMavenBuildNamesThisVersion() throws IOException {
    assertThat(example("maven/pom.xml"))
        .contains("<larder.version>" + VERSION + "</larder.version>")
        .contains("<annotationProcessorPaths>", "<artifactId>cache-processor</artifactId>")
        .doesNotContain("<scope>");
  }

  @Test
  void theGradleBuildNamesThisVersionAndEachModuleWhereItBelongs() throws IOException {
    assertThat(example("gradle/build.gradle.kts"))
        .contains("val larderVersion = \"" + VERSION + "\"")
        .contains("compileOnlyApi(\"dev.larder:cache-annotations:$larderVersion\")")
        .contains("api(\"dev.larder:cache-runtime:$larderVersion\")")
        .contains("annotationProcessor(\"dev.larder:cache-processor:$larderVersion\")");
  }

  @Test
  void theReadmeNamesThisVersion() throws IOException {
    assertThat(Files.readString(Repository.ROOT.resolve("README.md")))
        .contains("<version>" + VERSION + "</version>")
        .contains("compileOnlyApi(\"dev.larder:cache-annotations:" + VERSION + "\")")
        .contains("annotationProcessor(\"dev.larder:cache-processor:" + VERSION + "\")");
  }

  private static String example(String file) throws IOException {
    return Files.readString(Repository.ROOT.resolve("examples").resolve(file));
  }
}
