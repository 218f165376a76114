package dev.larder.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "abc|abc",
        "user@example.org|user@example.org",
        "a:b|a%3Ab",
        "100%|100%25",
        "{tag}|%7Btag%7D",
        "a*?[b]|a%2A%3F%5Bb%5D",
        "a b|a%20b",
        "\\~,()|%5C%7E%2C%28%29",
        "größe|größe",
        "東京|東京",
        "\uD83D\uDE00|\uD83D\uDE00"
      })
  void hasOneEscapedFormThatReadsBack(String plain, String escaped) {
    assertThat(EscapedText.of(plain)).isEqualTo(escaped);
    assertThat(EscapedText.read(escaped)).isEqualTo(plain);
  }

  @Test
  void blanksAndControlsAreEscapedByAFixedTable() {
    assertThat(EscapedText.of("\0\t\r\n\u001B\u007F")).isEqualTo("%00%09%0D%0A%1B%7F");
    assertThat(EscapedText.of("\u0085\u00A0\u2028\uFEFF")).isEqualTo("%u0085%u00A0%u2028%uFEFF");
    assertThat(EscapedText.of("\uDB40\uDC01")).isEqualTo("%uDB40%uDC01");
  }

  @Test
  void emptyTextIsAMarkerThatNoTextCanSpell() {
    assertThat(EscapedText.of("")).isEqualTo("~empty");
    assertThat(EscapedText.read("~empty")).isEmpty();
    assertThat(EscapedText.of("~empty")).isEqualTo("%7Eempty");
  }

  @Test
  void unpairedSurrogatesAreKeptApart() {
    assertThat(EscapedText.of("a\uD83D")).isEqualTo("a%uD83D");
    assertThat(EscapedText.of("\uDE00\uD83D")).isEqualTo("%uDE00%uD83D");
    assertThat(EscapedText.of("\uD83D\uD83D\uDE00")).isEqualTo("%uD83D\uD83D\uDE00");
    assertThat(EscapedText.read("%uD83D\uD83D\uDE00")).isEqualTo("\uD83D\uD83D\uDE00");
  }

  @Test
  void everyCharacterReadsBackAndSurvivesUtf8() {
    for (int c = 0; c <= 0xFFFF; c++) {
      String plain = "x" + (char) c + "y";
      String escaped = EscapedText.of(plain);
      assertThat(EscapedText.read(escaped)).isEqualTo(plain);
      byte[] bytes = escaped.getBytes(StandardCharsets.UTF_8);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(escaped);
    }
  }

  @Test
  void everySupplementaryCharacterReadsBack() {
    for (int c = 0x10000; c <= Character.MAX_CODE_POINT; c++) {
      String plain = Character.toString(c);
      assertThat(EscapedText.read(EscapedText.of(plain))).isEqualTo(plain);
    }
  }

  @Test
  void nothingThatMeansSomethingToAStoreIsLeft() {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0x100; c++) {
      all.append(c);
    }
    assertThat(EscapedText.of(all.toString()))
        .matches("[^:{}*?\\[\\]\\\\~,()\\x00-\\x20\\x7F-\\xA0]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a:b",
        "a b",
        "~",
        "~null",
        "~none",
        "~emptyx",
        "%",
        "%4",
        "%u12",
        "%61",
        "%3a",
        "%u0041",
        "%u003A",
        "%u00a0",
        "%+1",
        "%-1",
        "%u+123",
        "%GG",
        "%u",
        "%uD83D%uDE00",
        "\u00A0",
        "\uD83D",
        "{",
        "(a)",
        "a,b",
        "%\u0663A"
      })
  void anyOtherSpellingIsRefused(String malformed) {
    assertThatIllegalArgumentException().isThrownBy(() -> EscapedText.read(malformed));
  }

  @Test
  void aMillionCharactersAreRead() {
    String plain = ": %\uD83D".repeat(250_000);
    assertThat(EscapedText.read(EscapedText.of(plain))).isEqualTo(plain);
  }
}
