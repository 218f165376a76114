package dev.larder.examples.guice;

import dev.larder.annotation.Cached;
import java.math.BigDecimal;

/** Gives exchange rates. */
public interface RateService {
  /** What one unit of a currency costs in another. */
  @Cached(name = "rates", ttl = 60)
  BigDecimal rate(String from, String to);
}
