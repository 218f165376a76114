package dev.larder.processor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.processor.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each problem has a page that quotes what a test has seen. */
final class ProblemPagesTest {
  private static final Path PAGES = Path.of("../docs/problems");

  @ParameterizedTest
  @EnumSource
  void eachProblemHasACaseOfItsOwn(Problem problem) throws IOException {
    assertThat(texts(problem)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void eachProblemHasAPageThatQuotesATestedText(Problem problem) throws IOException {
    List<String> page = Files.readAllLines(PAGES.resolve(problem.id() + ".md"));
    assertThat(page).first().isEqualTo("# " + problem.id());
    assertThat(page).containsAnyElementsOf(texts(problem));
  }

  @ParameterizedTest
  @EnumSource
  void theIndexLeadsToEachPage(Problem problem) throws IOException {
    String link = "| [" + problem.id() + "](" + problem.id() + ".md) | ";
    assertThat(Files.readAllLines(PAGES.resolve("README.md")))
        .anyMatch(line -> line.startsWith(link));
  }

  @Test
  void noPageIsLeftOver() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md"),
                      Arrays.stream(Problem.values()).map(problem -> problem.id() + ".md"))
                  .collect(Collectors.toList()));
    }
  }

  private static List<String> texts(Problem problem) throws IOException {
    if (problem == Problem.INTERNAL_FAILURE) {
      // We know of no source that brings it; else it would be mended.
      return List.of(problem.text("shop.Users", "java.lang.IllegalStateException: ..."));
    }
    String start = " [" + problem.id() + "]";
    return ProblemsTest.cases().stream()
        .filter(one -> one.name().equals(problem.id()))
        .flatMap(one -> one.expected().stream())
        .filter(text -> text.contains(start))
        .map(text -> text.substring(text.indexOf(start) + 1))
        .collect(Collectors.toList());
  }
}
