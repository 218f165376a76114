package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheConfigurationException;
import dev.larder.CacheManager;
import dev.larder.ChainBuilder;
import dev.larder.WriteResult;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Two processes over a store that carries no messages, and another's channel. */
class BorrowedChannelTest extends Managers {
  private static final FakeStore MESSAGES = FakeStore.on(new FakeClock());

  BorrowedChannelTest() {
    super(2, store -> over(new PlainStore(store), MESSAGES.connect()));
  }

  private static Consumer<ChainBuilder> over(PlainStore store, FakeStore messages) {
    return over(store, true).andThen(chain -> chain.channel(messages));
  }

  @Test
  void i6_whatOneWritesTheOtherForgets() {
    here().put(1L, "one");
    here().put(2L, "two");
    there().put(1L, "new");
    assertThat(here().get(1L)).isEqualTo("new");
    assertThat(here().localHit(2L)).isEqualTo("two");
    there().evictAll(List.of(1L, 2L));
    assertThat(here().localHit(1L)).isNull();
    assertThat(here().localHit(2L)).isNull();
  }

  @Test
  void i6_whatOneClearsTheOtherForgets() {
    try (CacheManager one = manager(over(store, true).andThen(chain -> chain.channel(MESSAGES)));
        CacheManager two =
            manager(over(otherStore, true).andThen(chain -> chain.channel(MESSAGES)))) {
      one.cache(USERS).put(1L, "one");
      two.cache(USERS).clear();
      assertThat(one.cache(USERS).get(1L)).isNull();
    }
  }

  @Test
  void theStoresOwnChannelIsNotUsedBesides() {
    try (CacheManager one = manager(over(store, true).andThen(chain -> chain.channel(MESSAGES)))) {
      long before = store.lastNumber("larder:1:users:~evict");
      one.cache(USERS).put(1L, "one");
      assertThat(store.lastNumber("larder:1:users:~evict")).isEqualTo(before);
    }
  }

  @Test
  void itMayBeBoundByIt() {
    try (CacheManager manager =
        manager(
            over(new PlainStore(store), MESSAGES.connect())
                .andThen(chain -> chain.maxStaleness(Duration.ofSeconds(4))))) {
      manager.cache(USERS).put(1L, "one");
      assertThat(manager.cache(USERS).localHit(1L)).isEqualTo("one");
    }
  }

  @Test
  void i2_aChannelThatIsDownIsNotTheStore() {
    FakeStore messages = MESSAGES.connect();
    try (CacheManager manager = manager(over(new PlainStore(store), messages))) {
      Cache<Long, String> cache = manager.cache(USERS);
      there().put(200L, "there");
      messages.faults().everyCallThrows(() -> new IllegalStateException("down"));
      for (long key = 0; key < 100; key++) {
        assertThat(cache.failSafe().put(key, "untold")).isInstanceOf(WriteResult.Failed.class);
      }
      assertThat(cache.get(200L)).isEqualTo("there");
    }
  }

  @Test
  void closingTheManagerLeavesTheChannelOpen() {
    FakeStore messages = MESSAGES.connect();
    manager(over(new PlainStore(store), messages)).close();
    assertThat(messages.lastNumber("another")).isPositive();
  }

  @Test
  void aBoundThatNothingTellsOfIsRefused() {
    assertThatThrownBy(
            () ->
                manager(
                    over(new PlainStore(store), true)
                        .andThen(chain -> chain.maxStaleness(Duration.ofSeconds(4)))))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessage(
            "the chain tested has a maxStaleness, but nothing to know it by: its store carries no"
                + " messages; give it the channel of one that does, or a local time to live in"
                + " place of maxStaleness");
  }
}
