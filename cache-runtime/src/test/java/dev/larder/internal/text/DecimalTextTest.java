package dev.larder.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
  @Test
  void everyScaleReadsBack() {
    int[] scales = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -1, 0, 1, 7, Integer.MAX_VALUE};
    for (int scale : scales) {
      for (long unscaled : new long[] {0, 1, -10, 12345, Long.MIN_VALUE}) {
        BigDecimal decimal = new BigDecimal(BigInteger.valueOf(unscaled), scale);
        assertThat(DecimalText.read(decimal.toString())).isEqualTo(decimal);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "E", "1E", "E5", "x", "1E9999999999", "1E-9999999999", "1E5E5"})
  void otherTextsAreRefused(String malformed) {
    assertThatThrownBy(() -> DecimalText.read(malformed))
        .isInstanceOfAny(NumberFormatException.class, ArithmeticException.class);
  }
}
