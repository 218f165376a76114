package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheConfigurationException;
import dev.larder.CacheManager;
import dev.larder.CacheManagerBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A manager that does not come to be closes the stores that it was given: nobody else has them. */
class UnopenedManagerTest {
  private final FakeStore first = FakeStore.on(new FakeClock());
  private final FakeStore second = FakeStore.on(new FakeClock());

  private void assertClosed(FakeStore store) {
    assertThatThrownBy(() -> store.get("key")).hasMessage("the connection is closed");
  }

  @Test
  void whenAChainIsRefused() {
    CacheManagerBuilder builder =
        CacheManager.builder().chain("first", chain -> chain.distributed(first));
    assertThatThrownBy(
            () ->
                builder.chain(
                    "second",
                    chain ->
                        chain
                            .distributed(second)
                            .ttl(Duration.ofSeconds(1))
                            .nullTtl(Duration.ofSeconds(2))))
        .isInstanceOf(CacheConfigurationException.class);
    assertClosed(first);
    assertClosed(second);
  }

  @Test
  void whenTheClockIsNone() {
    CacheManagerBuilder builder =
        CacheManager.builder().chain("first", chain -> chain.distributed(first));
    System.setProperty("larder.clock", "exact");
    try {
      assertThatThrownBy(builder::build).isInstanceOf(CacheConfigurationException.class);
    } finally {
      System.clearProperty("larder.clock");
    }
    assertClosed(first);
  }
}
