package dev.larder.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatingTextTest {
  @ParameterizedTest
  @CsvSource({
    "0x0.0p0, 0.0",
    "-0x0.0p0, -0.0",
    "1.0, 1.0",
    "-1.5, -1.5",
    "0.1, 0.1",
    "100, 100.0",
    "0.001, 0.001",
    "0.00099, 9.9E-4",
    "9999999, 9999999.0",
    "10000000, 1.0E7",
    "123456789.125, 1.23456789125E8",
    "2E23, 2.0E23",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
    "4.9E-324, 4.9E-324",
    "1.7976931348623157E308, 1.7976931348623157E308",
    "5.684341886080802E-14, 5.684341886080802E-14",
    "9007199254740993, 9.007199254740992E15",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void doublesAreShortest(Double value, String text) {
    assertThat(FloatingText.of(value)).isEqualTo(text);
    assertThat(Double.valueOf(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "0.1, 0.1",
    "16777216, 1.6777216E7",
    "3.4028235E38, 3.4028235E38",
    "1.4E-45, 1.4E-45",
    "1.17549435E-38, 1.1754944E-38",
    "8.5899346E9, 8.589935E9",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void floatsAreShortest(Float value, String text) {
    assertThat(FloatingText.of(value)).isEqualTo(text);
    assertThat(Float.valueOf(text)).isEqualTo(value);
  }

  @Test
  void everyBitPatternOfADoubleReadsBackAndNoShorterTextDoes() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        checkShortest(value);
      }
    }
  }

  @Test
  void powersOfTwoAndTheirNeighboursReadBackAndNoShorterTextDoes() {
    for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
      double power = Math.scalb(1.0, exponent);
      checkShortest(power);
      checkShortest(Math.nextUp(power));
      checkShortest(-Math.nextDown(power));
    }
  }

  private static void checkShortest(double value) {
    String text = FloatingText.of(value);
    assertThat(Double.parseDouble(text)).isEqualTo(value);
    int digits = new BigDecimal(text).stripTrailingZeros().precision();
    if (digits > 2) {
      MathContext below = new MathContext(digits - 1, RoundingMode.DOWN);
      MathContext above = new MathContext(digits - 1, RoundingMode.UP);
      BigDecimal exact = new BigDecimal(value);
      assertThat(Double.parseDouble(exact.round(below).toString())).isNotEqualTo(value);
      assertThat(Double.parseDouble(exact.round(above).toString())).isNotEqualTo(value);
    }
  }

  @Test
  void everyBitPatternOfAFloatReadsBack() {
    Random random = new Random(2);
    for (int i = 0; i < 100_000; i++) {
      Float value = Float.intBitsToFloat(random.nextInt());
      assertThat(Float.valueOf(FloatingText.of(value))).isEqualTo(value);
    }
  }
}
