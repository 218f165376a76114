package dev.larder.examples.dagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopTest {
  private final Shop shop = DaggerShop.create();
  private final Exchange exchange = shop.exchange();
  private final BankRates bank = shop.bank();

  @AfterEach
  void close() {
    shop.caches().close();
  }

  @Test
  void injectsTheGeneratedClass() {
    assertThat(shop.rates()).isInstanceOf(CachedRateService.class);
  }

  @Test
  void asksTheBankOnce() {
    assertThat(exchange.change(new BigDecimal("100"), "EUR", "USD")).isEqualByComparingTo("108");
    assertThat(exchange.change(new BigDecimal("200"), "EUR", "USD")).isEqualByComparingTo("216");

    assertThat(bank.questions()).isEqualTo(1);
    assertThat(shop.caches().stats().get("rates").localHits()).isEqualTo(1);
  }

  @Test
  void sharesTheCacheAmongAllWhoAreInjected() {
    exchange.change(BigDecimal.ONE, "EUR", "CHF");
    shop.rates().rate("EUR", "CHF");

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
