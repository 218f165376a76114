package dev.larder.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The patches that take guards out of the engine are those of their page, and name tests. */
class GuardsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)`:(.*)");
  private static final Page PAGE = Page.at("docs/guide/guards.md");
  private static final TestSources TESTS = TestSources.read();

  static List<Path> patches() {
    return Repository.files(".patch");
  }

  private static String guard(Path patch) {
    return patch.getFileName().toString().replace(".patch", "");
  }

  @Test
  void haveARowEach() {
    assertThat(PAGE.find(ROW).map(row -> row.group(1)))
        .as("guards that %s names", PAGE)
        .containsExactlyInAnyOrderElementsOf(patches().stream().map(GuardsTest::guard).toList());
  }

  /** What Surefire is told: {@code Type,Type#method*+method*}. */
  private static List<String> tests(Path patch) throws IOException {
    try (Stream<String> lines = Files.lines(Repository.ROOT.resolve(patch))) {
      return lines
          .filter(line -> line.startsWith("Tests: "))
          .flatMap(line -> Arrays.stream(line.substring("Tests: ".length()).split(",")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("patches")
  void nameTests(Path patch) throws IOException {
    assertThat(tests(patch)).as("tests of %s", patch).isNotEmpty().allMatch(GuardsTest::isThere);
  }

  private static boolean isThere(String tests) {
    String[] parts = tests.split("#");
    String methods = parts.length == 1 ? "*" : parts[1];
    return Arrays.stream(methods.replace("*", "\\w*").split("\\+"))
        .allMatch(method -> TESTS.of(parts[0]).anyMatch(test -> test.matches(method)));
  }

  @ParameterizedTest
  @MethodSource("patches")
  void nameATestThatTheirRowNames(Path patch) throws IOException {
    String[] types =
        tests(patch).stream().map(each -> each.replaceFirst("#.*", "")).toArray(String[]::new);
    assertThat(PAGE.find(ROW).filter(row -> row.group(1).equals(guard(patch))))
        .as("the row of %s in %s", patch, PAGE)
        .extracting(row -> row.group(2))
        .allSatisfy(missedBy -> assertThat(missedBy).containsAnyOf(types));
  }
}
