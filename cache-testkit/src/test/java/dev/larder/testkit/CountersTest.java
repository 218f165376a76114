package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheConfigurationException;
import dev.larder.CacheConnectionException;
import dev.larder.CacheManager;
import dev.larder.CacheValidationException;
import dev.larder.Counters;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Counters, on a store and in the heap. */
class CountersTest extends Managers {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  CountersTest() {
    super(2, store -> over(store, true));
  }

  @Test
  void allProcessesCountTheSame() {
    assertThat(here.counters(CHAIN, "logins").increment("anna", 1, MINUTE)).isEqualTo(1);
    assertThat(there.counters(CHAIN, "logins").increment("anna", 2, MINUTE)).isEqualTo(3);
    assertThat(here.counters(CHAIN, "logins").decrement("anna", 1, MINUTE)).isEqualTo(2);
    assertThat(here.counters(CHAIN, "logins").get("anna")).isEqualTo(2);
    assertThat(here.counters(CHAIN, "logins").get("bert")).isZero();
    elapse(MINUTE);
    assertThat(there.counters(CHAIN, "logins").get("anna")).isZero();
  }

  @Test
  void otherClientsReadPlainDecimals() {
    Counters logins = here.counters(CHAIN, "logins");
    logins.increment("anna:1", 42, MINUTE);
    assertThat(logins.keyText("anna:1")).isEqualTo("larder:1:logins~counter:anna%3A1");
    assertThat(store.get(logins.keyText("anna:1"))).isEqualTo(StoreContract.bytes("42"));
  }

  @Test
  void aCacheOfTheSameNameIsLeftAlone() {
    here.counters(CHAIN, "users").increment("1", 1, MINUTE);
    here().put(1L, "one");
    here().clear();
    assertThat(here.counters(CHAIN, "users").get("1")).isEqualTo(1);
  }

  @Test
  void aResetCounterBeginsAnew() {
    Counters logins = here.counters(CHAIN, "logins");
    logins.increment("anna", 5, MINUTE);
    assertThat(logins.reset("anna")).isTrue();
    assertThat(logins.reset("anna")).isFalse();
    assertThat(logins.increment("anna", 1, MINUTE)).isEqualTo(1);
  }

  @Test
  void aStoresFaultIsThrown() {
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    assertThatThrownBy(() -> here.counters(CHAIN, "logins").increment("anna", 1, MINUTE))
        .isInstanceOf(CacheConnectionException.class);
  }

  @Test
  void aSumThatCannotBeIsRefused() {
    Counters logins = here.counters(CHAIN, "logins");
    logins.increment("anna", Long.MAX_VALUE, MINUTE);
    assertThatThrownBy(() -> logins.increment("anna", 1, MINUTE))
        .isInstanceOf(CacheValidationException.class)
        .hasMessageContaining("logins~counter:anna");
  }

  @Test
  void aChainWithoutAStoreCountsInTheHeap() {
    try (CacheManager manager = CacheManager.builder().ticker(clock).build()) {
      Counters logins = manager.counters("logins");
      assertThat(logins.increment("anna", 1, MINUTE)).isEqualTo(1);
      assertThat(logins.increment("anna", 1, Duration.ZERO)).isEqualTo(2);
      elapse(MINUTE);
      assertThat(logins.get("anna")).isZero();
      assertThat(logins.increment("anna", 1, Duration.ZERO)).isEqualTo(1);
      elapse(MINUTE);
      assertThat(logins.get("anna")).isEqualTo(1);
    }
  }

  @Test
  void whatCannotCountSaysSo() {
    try (CacheManager plain = manager(over(new PlainStore(store), true))) {
      assertThatThrownBy(() -> plain.counters(CHAIN, "logins"))
          .isInstanceOf(CacheConfigurationException.class)
          .hasMessage("the store plain cannot count");
      assertThatThrownBy(() -> plain.counters("nowhere", "logins"))
          .isInstanceOf(CacheConfigurationException.class)
          .hasMessageStartingWith("there is no chain nowhere for the counters logins");
    }
  }
}
