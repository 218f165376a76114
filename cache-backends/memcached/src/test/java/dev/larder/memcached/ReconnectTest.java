package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.CacheConnectionException;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;
import dev.larder.testkit.server.TestCertificates;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happened to connections, and however often: they come back. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReconnectTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final int RESETS = 12;
  private static final int OUTAGES = 3;

  private static MemcachedOptionsBuilder options(String servers) {
    return MemcachedOptions.builder().servers(servers).retryDelay(Duration.ofMillis(1));
  }

  private static void comesBack(MemcachedOptionsBuilder options, List<FlakyDoor> doors) {
    try (MemcachedStore store = Connected.to(options)) {
      for (int i = 0; i < OUTAGES; i++) {
        doors.forEach(door -> door.reset(RESETS));
        while (!doors.stream().allMatch(FlakyDoor::isSound)) {
          Thread.onSpinWait();
        }
        Connected.awaitAnswers(store);
        store.put("reconnect:1:test:" + i, "one".getBytes(UTF_8), LONG);
        assertThat(store.get("reconnect:1:test:" + i)).isEqualTo("one".getBytes(UTF_8));
      }
    }
  }

  @Test
  void oneServer() {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        FlakyDoor door = new FlakyDoor(server.address())) {
      comesBack(options(door.hostAndPort()), List.of(door));
    }
  }

  @Test
  void manyConnectionsToOneServer() {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        FlakyDoor door = new FlakyDoor(server.address())) {
      comesBack(options(door.hostAndPort()).poolSize(8), List.of(door));
    }
  }

  @Test
  void severalServers() {
    try (MemcachedServers servers = MemcachedServer.memcached().start(2);
        FlakyDoor first = new FlakyDoor(servers.servers().get(0).address());
        FlakyDoor second = new FlakyDoor(servers.servers().get(1).address())) {
      comesBack(options(first.hostAndPort() + "," + second.hostAndPort()), List.of(first, second));
    }
  }

  @Test
  void discoveredServers() {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        FlakyDoor door = new FlakyDoor(server.address());
        ClusterServer endpoint = ClusterServer.start()) {
      endpoint.tell(1, List.of(door.hostAndPort()));
      comesBack(options(endpoint.hostAndPort()).discovery(Duration.ofMillis(100)), List.of(door));
    }
  }

  @Test
  void encrypted() {
    try (MemcachedServer server =
            MemcachedServer.memcached().tls(TestCertificates.generate()).start();
        FlakyDoor door = new FlakyDoor(server.address())) {
      comesBack(
          options(door.hostAndPort()).tls(server.tls().trustStore(), server.tls().password()),
          List.of(door));
    }
  }

  @Test
  void withCredentials() {
    try (MemcachedServer server = MemcachedServer.memcached().sasl("larder", "right").start();
        FlakyDoor door = new FlakyDoor(server.address())) {
      comesBack(options(door.hostAndPort()).credentials("larder", "right"), List.of(door));
    }
  }

  @Test
  void credentialsThatWereRefusedForAWhile() {
    try (MemcachedServer wrong = MemcachedServer.memcached().sasl("larder", "other").start();
        MemcachedServer right = MemcachedServer.memcached().sasl("larder", "right").start();
        FlakyDoor door = new FlakyDoor(wrong.address());
        MemcachedStore store =
            MemcachedStore.connect(
                options(door.hostAndPort())
                    .timeout(Connected.PATIENT)
                    .credentials("larder", "right")
                    .build())) {
      assertThatExceptionOfType(CacheConnectionException.class)
          .isThrownBy(store::ping)
          .withMessageContaining("refused");
      door.leadTo(right.address());
      Connected.awaitAnswers(store);
    }
  }
}
