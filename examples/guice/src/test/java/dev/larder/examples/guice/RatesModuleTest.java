package dev.larder.examples.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.larder.CacheManager;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RatesModuleTest {
  private final Injector injector = Guice.createInjector(new RatesModule());
  private final Exchange exchange = injector.getInstance(Exchange.class);
  private final BankRates bank = injector.getInstance(BankRates.class);
  private final CacheManager caches = injector.getInstance(CacheManager.class);

  @AfterEach
  void close() {
    caches.close();
  }

  @Test
  void injectsTheGeneratedClass() {
    assertThat(injector.getInstance(RateService.class)).isInstanceOf(CachedRateService.class);
  }

  @Test
  void asksTheBankOnce() {
    assertThat(exchange.change(new BigDecimal("100"), "EUR", "USD")).isEqualByComparingTo("108");
    assertThat(exchange.change(new BigDecimal("200"), "EUR", "USD")).isEqualByComparingTo("216");

    assertThat(bank.questions()).isEqualTo(1);
    assertThat(caches.stats().get("rates").localHits()).isEqualTo(1);
  }

  @Test
  void sharesTheCacheAmongAllWhoAreInjected() {
    exchange.change(BigDecimal.ONE, "EUR", "CHF");
    injector.getInstance(RateService.class).rate("EUR", "CHF");

    assertThat(bank.questions()).isEqualTo(1);
  }

  @Test
  void passesTheBanksExceptionOnAndKeepsNothing() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> exchange.change(BigDecimal.ONE, "EUR", "XXX"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no rate from EUR to XXX");
    }

    assertThat(bank.questions()).isEqualTo(2);
  }
}
