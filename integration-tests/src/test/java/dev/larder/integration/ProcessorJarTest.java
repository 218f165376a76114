package dev.larder.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The processor as users get it: one jar that meets nothing else on their processor path. */
class ProcessorJarTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);

  @Test
  void holdsNothingOutsideItsOwnPackage() throws IOException {
    try (JarFile jar = new JarFile(PublishedModule.PROCESSOR.jar().toFile())) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(Object::toString))
          .isNotEmpty()
          .allMatch(
              name -> name.startsWith("dev/larder/processor/") || name.startsWith("META-INF/"));
    }
  }

  @Test
  void namesItsModule() throws IOException {
    try (JarFile jar = new JarFile(PublishedModule.PROCESSOR.jar().toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo("dev.larder.processor");
    }
  }

  @Test
  void bringsNoDependency() throws IOException {
    Path pom = PublishedModule.PROCESSOR.jar().resolveSibling("dependency-reduced-pom.xml");

    assertThat(DEPENDENCY.matcher(Files.readString(pom)).results().map(match -> match.group()))
        .isNotEmpty()
        .allMatch(dependency -> dependency.matches("(?s).*<scope>(test|provided)</scope>.*"));
  }

  @Test
  void carriesTheLicence() throws IOException {
    try (JarFile jar = new JarFile(PublishedModule.PROCESSOR.jar().toFile())) {
      assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
    }
  }
}
