package dev.larder.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*, ''",
    "*, a:b",
    "a*, a",
    "a*c, abbc",
    "a?c, abc",
    "[abc], b",
    "[a-c]x, bx",
    "[^a], b",
    "\\*, *",
    "a\\?, a?",
    "[\\], \\",
    "[&&a], &",
    "[[], [",
    "𝒳*, 𝒳y",
    "?, 𝒳",
    "[𝒳-𝒵], 𝒴",
    "[a-], -",
    "[a-c-e], -",
    "[-a], -",
    "*a*b?d, xaxbcabxd",
    "**, a",
    "a.c, a.c",
    "^$, ^$",
    "\\, \\"
  })
  void matches(String glob, String text) {
    assertThat(Glob.of(glob).matches(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a, aa",
    "a?c, ac",
    "[abc], d",
    "[abc], ab",
    "[^a], a",
    "\\*, a",
    "a.c, abc",
    "*b, abc",
    "?, ''",
    "*a*b?d, xaxbcabd",
    "[a-c-e], d",
    "A, a",
    "[&&a], b",
    "[^^], ^",
    "a+, aa"
  })
  void doesNotMatch(String glob, String text) {
    assertThat(Glob.of(glob).matches(text)).isFalse();
  }

  @Test
  void aStarIsAnyTextLinesIncluded() {
    assertThat(Glob.of("a*b").matches("a\n\r\u2028b")).isTrue();
  }

  /** Backtracking, this would take longer than anybody lives. */
  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void manyStarsOverALongTextTakeNoLongerThanTheirProduct() {
    Glob glob = Glob.of("*a".repeat(50) + "*b");
    assertThat(glob.matches("a".repeat(20_000))).isFalse();
    assertThat(glob.matches("a".repeat(20_000) + "b")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[^", "[a", "[]", "[^]", "a[b-a]"})
  void aSetWithoutAnEndOrSenseIsRefused(String glob) {
    assertThatThrownBy(() -> Glob.of(glob)).isInstanceOf(IllegalArgumentException.class);
  }
}
