package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheEvent;
import dev.larder.CacheEvent.ChannelInterrupted;
import dev.larder.CacheEvent.ChannelSound;
import dev.larder.CacheManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a listener is told of the channel: each trouble, and its end. */
@Timeout(60)
class ChannelEventsTest {
  private final FakeClock clock = new FakeClock();
  private final FakeStore store = FakeStore.on(clock);
  private final FakeStore otherStore = store.connect();
  private final List<CacheEvent> events = new CopyOnWriteArrayList<>();
  private final CacheManager manager =
      CacheManager.builder()
          .ticker(clock)
          .listener(
              event -> {
                if (event instanceof ChannelInterrupted || event instanceof ChannelSound) {
                  events.add(event);
                }
              })
          .chain(CacheContract.CHAIN, Managers.over(store, true))
          .build();

  @AfterEach
  void close() {
    manager.close();
  }

  private Cache<Long, String> users() {
    return manager.cache(CacheContract.USERS);
  }

  private void assertTroubleAndItsEnd() {
    Soon.until(() -> events.size() == 2);
    assertThat(events).containsExactly(new ChannelInterrupted("users"), new ChannelSound("users"));
  }

  @Test
  void anInterruptionIsToldAndItsEndAtTheNextLook() {
    users();
    store.messages().interrupt();
    assertTroubleAndItsEnd();
  }

  @Test
  void aLostMessageIsTold() {
    users();
    store.messages().dropNext();
    otherStore.publish("larder:1:users:~evict", new byte[17]);
    otherStore.publish("larder:1:users:~evict", new byte[17]);
    clock.advance(Duration.ofSeconds(1));
    assertTroubleAndItsEnd();
  }

  @Test
  void aSubscriptionThatIsRefusedIsToldAndThatItIsMade() {
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    users();
    Soon.until(() -> events.size() == 1);
    store.faults().none();
    clock.advance(Duration.ofMillis(100));
    assertTroubleAndItsEnd();
  }

  @Test
  void looksThatNobodyAnswersAreTold() {
    users();
    store.faults().everyCallThrows(() -> new IllegalStateException("down"));
    clock.advance(Duration.ofSeconds(3));
    Soon.until(() -> events.size() == 1);
    store.faults().none();
    clock.advance(Duration.ofSeconds(1));
    assertTroubleAndItsEnd();
  }

  @Test
  void aSoundChannelIsSilent() {
    Cache<Long, String> users = users();
    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofSeconds(1));
      Soon.until(() -> users.stats().staleness().isZero());
    }
    assertThat(events).isEmpty();
  }
}
