package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheEvent.EvictsDelivered;
import dev.larder.CacheEvent.EvictsKept;
import dev.larder.CacheEvent.StoreFailed;
import dev.larder.CacheEvent.StoreRecovered;
import dev.larder.CacheManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes that the store has confirmed, and that a borrowed channel could not tell of. */
class UntoldWritesTest extends LateWrites {
  private final FakeStore messages = FakeStore.on(clock);

  UntoldWritesTest() {
    super("; the other processes are told as soon as that succeeds");
    open(
        Managers.over(store, false).andThen(chain -> chain.channel(messages)),
        Managers.over(store.connect(), true).andThen(chain -> chain.channel(messages.connect())));
  }

  @AfterEach
  void answer() {
    messages.faults().none();
  }

  private void silent() {
    messages.faults().everyCallThrows(() -> new IllegalStateException("no route"));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void i6_theOthersAreToldOnceTheChannelAnswers(Consumer<Cache<Long, String>> write)
      throws InterruptedException {
    there().put(1L, "old");
    here();
    silent();
    fails(write);
    assertThat(there().localHit(1L)).isEqualTo("old");
    assertThat(here().stats().keptEvicts()).isEqualTo(1);
    messages.faults().none();
    events.next(EvictsDelivered.class);
    assertThat(there().localHit(1L)).isNull();
    assertThat(here().stats().keptEvicts()).isZero();
  }

  @Test
  void i2_meanwhileTheStoresEntryIsReadAsUsual() throws InterruptedException {
    here();
    silent();
    fails(cache -> cache.put(1L, "new"));
    fails(cache -> cache.evict(2L));
    assertThat(here().get(1L)).isEqualTo("new");
    assertThat(here().getAll(List.of(1L, 2L))).isEqualTo(Map.of(1L, "new"));
    assertThat(here().get(2L, key -> "loaded")).isEqualTo("loaded");
    assertThat(here().get(2L)).isEqualTo("loaded");
    assertThat(here().stats().keptEvicts()).isEqualTo(2);
    assertThat(here().stats().skippedCalls()).isZero();
    messages.faults().none();
    assertThat(events.next(EvictsKept.class)).isEqualTo(new EvictsKept("users", 1));
    events.next(EvictsDelivered.class);
    assertThat(here().get(1L)).isEqualTo("new");
    assertThat(there().get(2L)).isEqualTo("loaded");
  }

  @Test
  void whatIsUntoldIsToldBeforeTheChannelIsUsedAgain() throws InterruptedException {
    there().put(1L, "old");
    here();
    silent();
    evictUntilGivenUp();
    assertThat(here().stats().keptEvicts()).isEqualTo(20);
    messages.faults().none();
    events.next(StoreRecovered.class);
    assertThat(here().stats().keptEvicts()).isZero();
    assertThat(there().localHit(1L)).isNull();
    assertThat(events.all()).contains(new EvictsDelivered("users", 20));
  }

  @Test
  void whatTheStoreConfirmsLateIsReadAsUsualFromThenOn() {
    there().put(1L, "old");
    here();
    silent();
    store.faults().everyCallThrows(() -> new IllegalStateException("no route"));
    assertThatThrownBy(() -> here().evict(1L))
        .hasMessageEndingWith("; what is cached is evicted as soon as that succeeds");
    store.faults().none();
    Soon.until(() -> here().get(1L, key -> "new").equals("new") && "new".equals(here().get(1L)));
    assertThat(here().stats().keptEvicts()).isEqualTo(1);
    assertThat(there().localHit(1L)).isEqualTo("old");
  }

  @Test
  void ofTooManyAllIsToldAndTheStoreKeepsItsEntries() throws InterruptedException {
    there().put(-1L, "never written by itself");
    here();
    silent();
    Map<Long, String> puts = new LinkedHashMap<>();
    LongStream.range(0, MORE_THAN_KEPT).forEach(key -> puts.put(key, "new"));
    fails(cache -> cache.putAll(puts));
    assertThat(here().stats().keptEvicts()).isEqualTo(1);
    assertThat(here().get(7L)).isEqualTo("new");
    messages.faults().none();
    assertThat(events.next(EvictsDelivered.class)).isEqualTo(new EvictsDelivered("users", -1));
    assertThat(there().localHit(-1L)).isNull();
    assertThat(there().get(-1L)).isEqualTo("never written by itself");
    assertThat(here().get(7L)).isEqualTo("new");
  }

  @Test
  void i9_closingTellsWhatIsUntoldIfTheChannelAnswers() {
    there().put(1L, "old");
    here();
    silent();
    here().failSafe().evict(1L);
    messages.faults().none();
    here.close();
    assertThat(there().localHit(1L)).isNull();
  }

  /** The channel is that of another chain, which is closed by itself, too, and earlier. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void i9_closingTellsWhatTheStoreConfirmsAtLast(boolean stated) throws InterruptedException {
    there().put(1L, "old");
    try (CacheManager both =
        CacheManager.builder()
            .ticker(clock)
            .listener(events)
            .chain(
                "a",
                chain -> {
                  Managers.over(messages, false).accept(chain);
                  if (stated) {
                    chain.channel(messages);
                  }
                })
            .chain(
                CacheContract.CHAIN,
                Managers.over(store, false).andThen(chain -> chain.channel(messages)))
            .build()) {
      Cache<Long, String> cache = both.cache(CacheContract.USERS);
      // It gives no sign of life.
      store.faults().beforeCalls(RefusedCalls.allBut(Call.REMOVE_ALL));
      for (long key = 0; key < 20; key++) {
        cache.failSafe().touch(key, Duration.ofMinutes(1));
      }
      events.next(StoreFailed.class);
    }
    assertThat(there().localHit(1L)).isNull();
    assertThat(there().get(1L)).isNull();
  }
}
