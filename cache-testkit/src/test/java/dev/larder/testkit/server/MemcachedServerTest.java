package dev.larder.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemcachedServerTest {
  static Stream<MemcachedSetup> setups() {
    MemcachedSetup plain = MemcachedServer.memcached();
    return Stream.of(
        plain, plain.tls(TestCertificates.generate()), plain.user("somebody", "secret"));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void answersAndCounts(MemcachedSetup setup) {
    try (MemcachedServer server = setup.start()) {
      server.set("key", 7, new byte[] {1, 2, (byte) 0xFF});
      assertThat(server.get("key")).isEqualTo(new byte[] {1, 2, (byte) 0xFF});
      assertThat(server.get("none")).isNull();
      assertThat(server.command("delete key")).containsExactly("DELETED");
      assertThat(server.stats()).containsEntry("cmd_get", "2").containsEntry("get_hits", "1");
      assertThat(server.stats("settings")).containsEntry("item_size_max", "1048576");
      assertThatThrownBy(() -> server.command("nonsense"))
          .isInstanceOf(ErrorReply.class)
          .hasMessage("ERROR");
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void comesBackEmptyOnItsPort(MemcachedSetup setup) {
    try (MemcachedServer server = setup.start()) {
      server.set("key", 0, new byte[1]);
      server.kill();
      assertThat(server.isRunning()).isFalse();
      server.restart();
      assertThat(server.get("key")).isNull();
      server.stop();
      server.restart();
      server.pause();
      server.resume();
      assertThat(server.command("version")).hasSize(1);
    }
  }
}
