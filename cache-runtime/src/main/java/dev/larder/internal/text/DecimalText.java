package dev.larder.internal.text;

import java.math.BigDecimal;

/** The texts of {@link BigDecimal}s. */
public final class DecimalText {
  private DecimalText() {}

  /**
   * Reads every text that {@link BigDecimal#toString} writes; its constructor refuses the farthest.
   */
  public static BigDecimal read(String text) {
    int exponent = text.indexOf('E');
    if (exponent < 0) {
      return new BigDecimal(text);
    }
    BigDecimal digits = new BigDecimal(text.substring(0, exponent));
    long scale = Math.subtractExact(digits.scale(), Long.parseLong(text.substring(exponent + 1)));
    return new BigDecimal(digits.unscaledValue(), Math.toIntExact(scale));
  }
}
