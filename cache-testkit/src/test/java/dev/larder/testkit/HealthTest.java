package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.CacheConnectionException;
import dev.larder.CacheManager;
import dev.larder.StoreHealth;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a manager says of its stores. */
class HealthTest extends Managers {
  HealthTest() {
    super(2, store -> over(store, true));
  }

  @Test
  void aStoreThatAnswersIsUp() {
    assertThat(here.health())
        .singleElement()
        .satisfies(
            health -> {
              assertThat(health.chain()).isEqualTo(CHAIN);
              assertThat(health.store()).isEqualTo("fake");
              assertThat(health.isUp()).isTrue();
              assertThat(health.responseTime()).isPositive();
              assertThat(health.error()).isNull();
            });
    assertThat(store.faults().count(Call.PING)).isEqualTo(1);
  }

  @Test
  void aStoreThatFailsIsNotUpAndSaysWhy() {
    store.faults().everyCallThrows(() -> new IllegalStateException("no route"));
    StoreHealth health = here.health().get(0);
    assertThat(health.isUp()).isFalse();
    assertThat(health.responseTime()).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(health.error())
        .isInstanceOf(CacheConnectionException.class)
        .hasMessageContaining("no route");
  }

  @Test
  void aChainWithoutAStoreHasNothingToSay() {
    try (CacheManager manager = CacheManager.builder().build()) {
      assertThat(manager.health()).isEmpty();
    }
  }
}
