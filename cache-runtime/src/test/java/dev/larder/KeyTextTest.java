package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
  private static final KeyShape<CompositeKey> SHAPE =
      KeyShape.composite(PartTypes.LONG, PartTypes.STRING);
  private static final KeyText<CompositeKey> USERS = new KeyText<>("shop", 3, "users", SHAPE);
  private static final KeyText<CompositeKey> REPORT =
      new KeyText<>("shop", 3, "report", KeyShape.composite());

  @Test
  void isPrefixVersionCacheAndParts() {
    assertThat(USERS.format(SHAPE.key(7L, "EU"))).isEqualTo("shop:3:users:7:EU");
    assertThat(USERS.format(SHAPE.key(null, ""))).isEqualTo("shop:3:users:~null:~empty");
    assertThat(USERS.beginning()).isEqualTo("shop:3:users:");
  }

  @Test
  void aKeyOfNoPartsEndsAfterTheCache() {
    CompositeKey key = KeyShape.composite().key();
    assertThat(REPORT.format(key)).isEqualTo("shop:3:report");
    assertThat(REPORT.parse("shop:3:report")).isEqualTo(key);
  }

  @Test
  void theNamesAreEscapedToo() {
    KeyText<String> keys = new KeyText<>("a:{b}", 0, "*", KeyShape.single(PartTypes.STRING));
    assertThat(keys.format("x")).isEqualTo("a%3A%7Bb%7D:0:%2A:x");
    assertThat(keys.parse("a%3A%7Bb%7D:0:%2A:x")).isEqualTo("x");
    assertThat(new KeyText<>("", 1, "", KeyShape.single(PartTypes.STRING)).format(null))
        .isEqualTo("~empty:1:~empty:~null");
  }

  @Test
  void readsBackIntoItsNameAndItsParts() {
    String text = "shop%3Aeu:12:users:7:a%20b";
    KeyName name = KeyName.of(text);
    assertThat(name).isEqualTo(new KeyName("shop:eu", 12, "users"));
    CompositeKey key = Objects.requireNonNull(name.key(text, SHAPE));
    assertThat(key.part(0)).isEqualTo(7L);
    assertThat(key.part(1)).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "", "a~1", "~"})
  void aCachesOwnVersionStandsBehindItsNameAndReadsBack(String cache) {
    KeyName own = new KeyName("shop", 3, cache, 12);
    assertThat(own.text()).isEqualTo(new KeyName("shop", 3, cache).text() + "~12");
    assertThat(KeyName.of(own.text() + ":7")).isEqualTo(own);
    assertThat(KeyName.of(new KeyName("shop", 3, cache).text()))
        .isEqualTo(new KeyName("shop", 3, cache));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop:3:users~0:7",
        "shop:3:users~x:7",
        "shop:3:users~-1:7",
        "shop",
        "shop:3",
        "shop:03:users:7",
        "shop:-1:users:7",
        "shop:x:users:7",
        "shop:3:",
        ":3:users:7",
        "sh op:3:users",
        "shop:3:~null",
        "{shop:3:users:7}:~lease",
        "shop:99999999999:users:7"
      })
  void whatBeginsOtherwiseIsNoKey(String text) {
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> KeyName.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop:3:users",
        "shop:3:users:",
        "shop:3:users2:7:EU",
        "shop:4:users:7:EU",
        "shop:3:users:7",
        "other:3:users:7:EU",
        "shop:3:users:7:EU:x"
      })
  void theKeyOfAnotherCacheIsRefused(String text) {
    assertThatExceptionOfType(CacheValidationException.class).isThrownBy(() -> USERS.parse(text));
  }

  @Test
  void aCacheOfNoPartsHasNoOtherKey() {
    assertThatExceptionOfType(CacheValidationException.class)
        .isThrownBy(() -> REPORT.parse("shop:3:report:"));
    assertThatExceptionOfType(CacheValidationException.class)
        .isThrownBy(() -> REPORT.parse("shop:3:report:7"));
  }

  @Test
  void aVersionIsNotNegative() {
    assertThatExceptionOfType(CacheValidationException.class)
        .isThrownBy(() -> new KeyName("shop", -1, "users"))
        .withMessage("a cache's version must be at least 0: -1");
  }
}
