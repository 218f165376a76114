package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Messaging.Listener;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** An application with many caches, each of which has a channel of its own. */
class ManyChannelsTest {
  /** Far more than forty for each node of a cluster. */
  private static final int CHANNELS = 200;

  @Test
  void eachOfManyChannelsOfAServerIsHeard() {
    try (RedisServer server = RedisServer.redis().start()) {
      assertEachIsHeard(RedisOptions.builder().url(server.uri()));
    }
  }

  @Test
  void eachOfManyChannelsOfAClusterIsHeard() {
    try (RedisCluster cluster = RedisServer.redis().startCluster(3)) {
      assertEachIsHeard(Urls.of(cluster));
    }
  }

  private static void assertEachIsHeard(RedisOptionsBuilder options) {
    Set<String> heard = ConcurrentHashMap.newKeySet();
    try (RedisStore store = RedisStore.connect(Patient.options(options))) {
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
      public void heard(long number, byte[] message) {
        heard.add(new String(message, UTF_8));
      }

      @Override
      public void interrupted() {}
    };
  }
}
