package dev.larder.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read as a value, and what is not. */
class FormTest {
  @Test
  void durationsHaveUnits() {
    assertThat(Form.duration().read("250ms")).contains(Duration.ofMillis(250));
    assertThat(Form.duration().read("2 seconds")).contains(Duration.ofSeconds(2));
    assertThat(Form.duration().read("1.5h")).contains(Duration.ofMinutes(90));
    assertThat(Form.duration().read("7d")).contains(Duration.ofDays(7));
    assertThat(Form.duration().read("0")).contains(Duration.ZERO);
    assertThat(Form.duration().read("0s")).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "-5s",
        "s",
        "5x",
        "5 s s",
        "1.2.3s",
        "1e3s",
        "9999999999d",
        "99999999999999999999s",
        "PT5S",
        "5,0s",
        "NaNs",
        ".s",
        "60 000ms"
      })
  void otherTextsAreNoDurations(String text) {
    assertThat(Form.duration().read(text)).isEmpty();
  }

  @Test
  void sizesMayHaveUnits() {
    assertThat(Form.size(0, Integer.MAX_VALUE).read("65536")).contains(65_536L);
    assertThat(Form.size(0, Integer.MAX_VALUE).read("512KiB")).contains(524_288L);
    assertThat(Form.size(0, Integer.MAX_VALUE).read("0")).contains(0L);
    assertThat(Form.size(1, Integer.MAX_VALUE).read("0")).isEmpty();
    assertThat(Form.size(0, Integer.MAX_VALUE).read("3GiB")).isEmpty();
    assertThat(Form.size(0, Integer.MAX_VALUE).read("-1")).isEmpty();
    assertThat(Form.size(0, Integer.MAX_VALUE).read("big")).isEmpty();
    assertThat(Form.size(0, Integer.MAX_VALUE).read("99999999999999999999YiB")).isEmpty();
  }

  @Test
  void numbersAreWholeAndWithinBounds() {
    assertThat(Form.number(1, 5).read("5")).contains(5L);
    assertThat(List.of("0", "6", "5.0", "", "0x1", "99999999999999999999", "five"))
        .allSatisfy(text -> assertThat(Form.number(1, 5).read(text)).isEmpty());
  }

  @Test
  void sharesAreFromNoneToAll() {
    assertThat(Form.share().read("0.25")).contains(0.25);
    assertThat(List.of("-0.1", "1.1", "NaN", "Infinity", "ten%", ""))
        .allSatisfy(text -> assertThat(Form.share().read(text)).isEmpty());
  }

  @Test
  void flagsAreTrueOrFalse() {
    assertThat(Form.flag().read("TRUE")).contains(true);
    assertThat(Form.flag().read("false")).contains(false);
    assertThat(List.of("yes", "on", "1", ""))
        .allSatisfy(text -> assertThat(Form.flag().read(text)).isEmpty());
  }
}
