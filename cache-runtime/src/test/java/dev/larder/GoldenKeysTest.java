package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.GoldenKeys.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenKeysTest {
  static List<Golden> goldens() {
    return GoldenKeys.all();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void theTextIsWhatItEverWasAndReadsBack(Golden golden) {
    KeyShape<CompositeKey> shape = KeyShape.composite(golden.part());
    CompositeKey key = shape.key(golden.value());
    assertThat(shape.text(key)).isEqualTo(golden.text());
    assertThat(shape.parse(golden.text())).isEqualTo(key).hasSameHashCodeAs(key);
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Asia/Tokyo",
    "ar-EG-u-nu-arab, Africa/Cairo",
    "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok",
    "ja-JP-u-ca-japanese, Pacific/Apia",
    "hi-IN-u-nu-deva, America/St_Johns",
    "fa-IR-u-nu-arabext, Asia/Tehran"
  })
  void neitherLocaleNorTimeZoneChangesAText(String language, String zone) {
    Locale locale = Locale.getDefault();
    TimeZone timeZone = TimeZone.getDefault();
    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      GoldenKeys.all().forEach(this::theTextIsWhatItEverWasAndReadsBack);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(timeZone);
    }
  }

  @Test
  void noTwoGoldensOfOnePartShareAText() {
    assertThat(GoldenKeys.all().stream().map(golden -> golden.part() + " " + golden.text()))
        .doesNotHaveDuplicates();
  }

  /** Each line of the guide's table of part types is one of the goldens. */
  @Test
  void theGuideShowsTextsThatAreTrue() throws Exception {
    String guide = Files.readString(Path.of("..", "docs", "guide", "keys.md"));
    String table = guide.substring(guide.indexOf("## Part types"), guide.indexOf("## Markers"));
    List<String> shown =
        Pattern.compile("(?m)^\\|[^|]*\\| `([^|]*)` \\|.*\\| `([^|]*)` \\|$")
            .matcher(table)
            .results()
            .map(GoldenKeysTest::row)
            .toList();
    assertThat(shown).hasSizeGreaterThan(30);
    assertThat(GoldenKeys.all().stream().map(golden -> golden.part() + " " + golden.text()))
        .containsAll(shown);
    assertThat(shown.stream().map(row -> row.replaceAll(" .*", "")).collect(Collectors.toSet()))
        .containsAll(names());
  }

  private static String row(MatchResult row) {
    return row.group(1) + " " + row.group(2);
  }

  /** Of all part types but the made up ones. */
  private static List<String> names() {
    return GoldenKeys.all().stream()
        .map(golden -> golden.part().name())
        .filter(name -> !name.contains("(") && !name.equals("Currency") && !name.contains("."))
        .toList();
  }
}
