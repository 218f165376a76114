package dev.larder.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java code that README and guide show is code that compiles. Run with {@code
 * -Dlarder.pages.refresh=true} to copy it from its sources to the pages.
 */
class PagesTest {
  private static final Path ROOT = Path.of(System.getProperty("larder.root")).normalize();

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> guide = Files.list(ROOT.resolve("docs/guide"))) {
      List<Path> pages = guide.filter(page -> page.toString().endsWith(".md")).sorted().toList();
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.stream());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsCodeAsItsSourceHasIt(Path path) throws IOException {
    Page page = Page.of(path);
    if (Boolean.getBoolean("larder.pages.refresh")) {
      Files.write(path, page.refreshed(ROOT));
      page = Page.of(path);
    }
    for (Page.Block block : page.blocks()) {
      assertThat(block.code())
          .as("%s, line %d; mend it with -Dlarder.pages.refresh=true", path, block.line())
          .isEqualTo(Region.named(ROOT, block.above()).code());
    }
  }

  @Test
  void theReadmeShowsTheQuickstart() throws IOException {
    assertThat(Page.of(ROOT.resolve("README.md")).blocks())
        .hasSizeGreaterThan(2)
        .allSatisfy(block -> assertThat(block.above()).contains("examples/quickstart/"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksToFilesThatExist(Path path) throws IOException {
    assertThat(Page.of(path).links())
        .allSatisfy(link -> assertThat(path.resolveSibling(link)).exists());
  }
}
