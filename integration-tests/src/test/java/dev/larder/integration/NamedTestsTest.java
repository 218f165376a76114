package dev.larder.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that the pages of this repository name are there. */
class NamedTestsTest {
  private static final Pattern NAME = Pattern.compile("`(\\w+(?:Test|Contract|#\\w+))`");
  private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)`");
  private static final Pattern PROMISE = Pattern.compile("(?m)^\\| I(\\d+) \\|(.*)");

  private static final Page PROMISES = Page.at("docs/guide/promises.md");
  private static final TestSources TESTS = TestSources.read();

  static List<Page> pages() {
    return Page.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void areThere(Page page) {
    assertNamesTests(page, NAME);
  }

  /** Also those that jcstress runs, whose names have no common ending. */
  @Test
  void areThereIfTheyHoldAPromise() {
    assertNamesTests(PROMISES, TYPE);
  }

  private static void assertNamesTests(Page page, Pattern pattern) {
    assertThat(page.find(pattern).map(found -> found.group(1)).filter(name -> !TESTS.have(name)))
        .as("tests that %s names and that are not there", page)
        .isEmpty();
  }

  static Stream<Arguments> promises() {
    return PROMISES.find(PROMISE).map(row -> arguments("i" + row.group(1) + "_", row.group(2)));
  }

  @ParameterizedTest
  @MethodSource("promises")
  void ofAPromiseSomeBearItsNumber(String prefix, String row) {
    assertThat(TYPE.matcher(row).results().flatMap(type -> TESTS.of(type.group(1))))
        .as("tests %s... of those that %s names", prefix, PROMISES)
        .anyMatch(test -> test.startsWith(prefix));
  }

  @Test
  void bearOnlyNumbersOfPromises() {
    List<Object> given = promises().map(row -> row.get()[0]).toList();
    assertThat(
            TESTS
                .all()
                .filter(test -> test.matches("i\\d+_.*"))
                .filter(test -> !given.contains(test.replaceFirst("_.*", "_"))))
        .as("tests of promises that %s does not have", PROMISES)
        .isEmpty();
  }
}
