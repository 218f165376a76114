package com.acme.fleet;

import java.math.BigDecimal;

/** What it costs; since this build with any number of decimals. */
public record Price(BigDecimal amount, Currency currency) {
  static Price of(long id, int edition) {
    BigDecimal amount = BigDecimal.valueOf(id * 1_000 + edition, 2);
    return new Price(amount, Currency.of(id + edition));
  }

  int edition() {
    return amount.unscaledValue().intValue() % 1_000;
  }
}
