package dev.larder.examples.dagger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Today's rates of a bank, and how often it was asked. */
@Singleton
final class BankRates implements RateService {
  private static final Map<String, String> RATES = Map.of("EURUSD", "1.08", "EURCHF", "0.94");

  private final AtomicInteger questions = new AtomicInteger();

  @Inject
  BankRates() {}

  @Override
  public BigDecimal rate(String from, String to) {
    questions.incrementAndGet();
    String rate = RATES.get(from + to);
    if (rate == null) {
      throw new IllegalArgumentException("no rate from " + from + " to " + to);
    }
    return new BigDecimal(rate);
  }

  /** How often {@link #rate} was called. */
  int questions() {
    return questions.get();
  }
}
