package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Messaging.Listener;
import dev.larder.testkit.server.RedisServer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** An application with many caches, each of which has a channel of its own. */
class ManyChannelsTest {
  private static final int CHANNELS = 100;

  @Test
  void eachOfAHundredChannelsIsHeard() {
    Set<String> heard = ConcurrentHashMap.newKeySet();
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      for (int i = 0; i < CHANNELS; i++) {
        store.subscribe(channel(i), noting(heard));
      }
      for (int i = 0; i < CHANNELS; i++) {
        store.publish(channel(i), channel(i).getBytes(UTF_8));
      }
      Eventually.holds(() -> heard.size() == CHANNELS);
      assertThat(heard).contains(channel(0), channel(CHANNELS - 1));
    }
  }

  private static String channel(int number) {
    return "channels:1:cache" + number + ":~evict";
  }

  private static Listener noting(Set<String> heard) {
    return new Listener() {
      @Override
      public void heard(byte[] message) {
        heard.add(new String(message, UTF_8));
      }

      @Override
      public void interrupted() {}
    };
  }
}
