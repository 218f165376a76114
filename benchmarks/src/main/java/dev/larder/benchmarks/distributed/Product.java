package dev.larder.benchmarks.distributed;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A small record, as services cache them.
 *
 * @param number of the product
 */
public record Product(long number, String name, BigDecimal price, int stock, Instant changed) {
  /** The product of a number. */
  public static Product of(long number) {
    return new Product(
        number,
        "Product number " + number,
        BigDecimal.valueOf(number * 100 + 99, 2),
        (int) (number % 500),
        Instant.ofEpochSecond(1_700_000_000L + number));
  }
}
