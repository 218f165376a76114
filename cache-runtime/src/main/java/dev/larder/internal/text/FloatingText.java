package dev.larder.internal.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The shortest decimals that read back as the same floating-point number; of several, the nearest.
 * {@link Double#toString} gives these from JDK 19 on only, so it is not asked.
 */
public final class FloatingText {
  private static final int DOUBLE_DIGITS = 17;
  private static final int FLOAT_DIGITS = 9;

  private static final List<RoundingMode> NEAREST_FIRST =
      List.of(RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);

  private FloatingText() {}

  /** The text of a double. */
  public static String of(double value) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return special(value);
    }
    return of(
        new BigDecimal(value),
        DOUBLE_DIGITS,
        decimal -> Double.parseDouble(decimal.toString()) == value);
  }

  /** The text of a float. */
  public static String of(float value) {
    if (value == 0 || Float.isNaN(value) || Float.isInfinite(value)) {
      return special(value);
    }
    return of(
        new BigDecimal(value),
        FLOAT_DIGITS,
        decimal -> Float.parseFloat(decimal.toString()) == value);
  }

  private static String special(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    String positive = value == 0 ? "0.0" : "Infinity";
    return Double.doubleToRawLongBits(value) < 0 ? "-" + positive : positive;
  }

  /**
   * Searches for the fewest digits: what reads back with some does so with more. Begins at two,
   * since two are printed anyway.
   */
  private static String of(BigDecimal exact, int most, Predicate<BigDecimal> readsBack) {
    int fewest = 2;
    int enough = most;
    while (fewest < enough) {
      int digits = (fewest + enough) / 2;
      if (rounded(exact, digits, readsBack).isPresent()) {
        enough = digits;
      } else {
        fewest = digits + 1;
      }
    }
    return printed(rounded(exact, enough, readsBack).orElseThrow());
  }

  /** Tries the farther neighbour, too: beside a power of two the numbers lie unevenly. */
  private static Optional<BigDecimal> rounded(
      BigDecimal exact, int digits, Predicate<BigDecimal> readsBack) {
    return NEAREST_FIRST.stream()
        .map(mode -> exact.round(new MathContext(digits, mode)))
        .filter(readsBack)
        .findFirst();
  }

  /** As Java writes it: plain from 0.001 to 10 million, with an exponent elsewhere. */
  private static String printed(BigDecimal decimal) {
    BigDecimal shortest = decimal.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -3 && exponent < 7) {
      return shortest.setScale(Math.max(1, shortest.scale())).toPlainString();
    }
    BigDecimal mantissa = shortest.movePointLeft(exponent);
    return mantissa.setScale(Math.max(1, mantissa.scale())).toPlainString() + "E" + exponent;
  }
}
