package dev.larder.examples.guice;

import jakarta.inject.Inject;
import java.math.BigDecimal;

/** Changes money. It asks for a {@link RateService} and does not know which it is given. */
final class Exchange {
  private final RateService rates;

  @Inject
  Exchange(RateService rates) {
    this.rates = rates;
  }

  /** An amount in another currency. */
  BigDecimal change(BigDecimal amount, String from, String to) {
    return amount.multiply(rates.rate(from, to));
  }
}
