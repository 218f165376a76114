package dev.larder.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of this repository link to within it is there. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Repository.ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(Repository.ROOT::relativize)
          .filter(file -> !file.toString().contains("target/"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leadSomewhere(Path page) throws IOException {
    Path file = Repository.ROOT.resolve(page);

    assertThat(LINK.matcher(Files.readString(file)).results().map(link -> link.group(1)))
        .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
  }
}
