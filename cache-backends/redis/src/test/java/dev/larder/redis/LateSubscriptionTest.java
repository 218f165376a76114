package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheTimeoutException;
import dev.larder.redis.Told.Heard;
import dev.larder.spi.Deadline;
import dev.larder.spi.Messaging.Listener;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A subscription that comes about when nobody waits for it any more. */
@Timeout(120)
class LateSubscriptionTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int MESSAGES = 50;

  @Test
  void isNoSecondOneBesideThatWhichIsMadeAfterIt() throws InterruptedException {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      store.ping();
      Late late = new Late();
      server.pause();
      assertThatThrownBy(() -> Deadline.within(SHORT, () -> store.subscribe(Told.CHANNEL, late)))
          .isInstanceOf(CacheTimeoutException.class);
      server.resume();
      try (Heard heard = Told.listen(store)) {
        for (int i = 0; i < MESSAGES; i++) {
          store.publish(Told.CHANNEL, Told.utf8("message"));
        }
        List<String> words = heard.untilNow(store);
        assertThat(new ArrayList<>(late.heard)).isEmpty();
        assertThat(words).hasSize(MESSAGES);
      }
    }
  }

  /** Who has given up. */
  private static final class Late implements Listener {
    private final ConcurrentLinkedQueue<Long> heard = new ConcurrentLinkedQueue<>();

    @Override
    public void heard(long number, byte[] message) {
      heard.add(number);
    }

    @Override
    public void interrupted() {}
  }
}
