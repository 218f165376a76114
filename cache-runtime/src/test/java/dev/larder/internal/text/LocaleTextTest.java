package dev.larder.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocaleTextTest {
  @Test
  void theCommonCaseIsReadable() {
    assertThat(LocaleText.of(Locale.ROOT)).isEmpty();
    assertThat(LocaleText.of(Locale.UK)).isEqualTo("en_GB");
    assertThat(LocaleText.of(Locale.forLanguageTag("zh-Hant-TW"))).isEqualTo("zh_TW_Hant");
    assertThat(LocaleText.of(Locale.forLanguageTag("de-u-co-phonebk")))
        .isEqualTo("de___u-co-phonebk");
    assertThat(LocaleText.of(old("ja", "JP", "JP"))).isEqualTo("ja_JP__u-ca-japanese_JP");
    assertThat(LocaleText.of(old("no", "NO", "NY_x"))).isEqualTo("no_NO___NY_x");
    assertThat(LocaleText.of(old("", "", "_"))).isEqualTo("_____");
  }

  @Test
  void localesOfOtherFieldsHaveOtherTexts() {
    String[] odd = {"", "_", "a", "a_b", "__", "a_", "_a", "x y", "%5F", "%", "#", "JP"};
    Map<String, Locale> byText = new HashMap<>();
    for (String language : odd) {
      for (String country : odd) {
        for (String variant : odd) {
          Locale locale = old(language, country, variant);
          String text = LocaleText.of(locale);
          assertThat(LocaleText.isText(text)).as(text).isTrue();
          Locale other = byText.put(text, locale);
          assertThat(other == null || other.equals(locale)).as(text).isTrue();
        }
      }
    }
  }

  @Test
  void everyLocaleOfTheJdkHasATextOfItsOwn() {
    Map<String, Locale> byText = new HashMap<>();
    for (Locale locale : Locale.getAvailableLocales()) {
      assertThat(LocaleText.isText(LocaleText.of(locale))).isTrue();
      assertThat(byText.put(LocaleText.of(locale), locale)).isNull();
    }
  }

  /** With -Djava.locale.useOldISOCodes=true, the JDK gives the old code for either. */
  @Test
  void oldAndNewLanguageCodesAreOne() {
    assertThat(LocaleText.of(old("iw", "IL", ""))).isEqualTo("he_IL");
    assertThat(LocaleText.of(old("he", "IL", ""))).isEqualTo("he_IL");
    assertThat(LocaleText.of(old("in", "", ""))).isEqualTo("id");
    assertThat(LocaleText.of(old("ji", "", ""))).isEqualTo("yi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_", "en_", "en_GB_", "en____", "%_x", "%41_x", "en_%5f"})
  void otherTextsAreRefused(String malformed) {
    assertThat(LocaleText.isText(malformed)).isFalse();
  }

  @SuppressWarnings(
      "deprecation") // Locale.of came with JDK 19, and Builder makes none that is ill-formed
  private static Locale old(String language, String country, String variant) {
    return new Locale(language, country, variant);
  }
}
