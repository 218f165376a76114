package dev.larder.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedisServerTest {
  static Stream<RedisSetup> setups() {
    return Stream.of(RedisServer.redis(), RedisServer.valkey());
  }

  @ParameterizedTest
  @MethodSource("setups")
  void answersAndCounts(RedisSetup setup) {
    try (RedisServer server = setup.start()) {
      assertThat(server.command("SET", "key", "välue")).isEqualTo("OK");
      assertThat(server.command("GET", "key")).isEqualTo("välue");
      assertThat(server.command("GET", "none")).isNull();
      assertThat(server.command("MGET", "key", "none"))
          .isEqualTo(java.util.Arrays.asList("välue", null));
      assertThat(server.command("DEL", "key")).isEqualTo(1L);
      assertThat(server.commandStats()).containsEntry("get", 2L).containsEntry("set", 1L);
      assertThatThrownBy(() -> server.command("NONSENSE"))
          .isInstanceOf(ErrorReply.class)
          .hasMessageStartingWith("ERR unknown command");
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void bytesAreSeenAndCorrupted(RedisSetup setup) {
    try (RedisServer server = setup.start()) {
      byte[] key = {0, (byte) 0xFF, '\r', '\n'};
      server.command("SET".getBytes(), key, new byte[] {1, 2});
      server.command("SETRANGE".getBytes(), key, "1".getBytes(), new byte[] {(byte) 0x80});
      assertThat(server.command("GET".getBytes(), key)).isEqualTo(new byte[] {1, (byte) 0x80});
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void comesBackEmptyOnItsPort(RedisSetup setup) {
    try (RedisServer server = setup.start()) {
      int port = server.port();
      server.command("SET", "key", "value");
      server.kill();
      assertThat(server.isRunning()).isFalse();
      server.restart();
      assertThat(server.port()).isEqualTo(port);
      assertThat(server.command("DBSIZE")).isEqualTo(0L);
      server.stop();
      assertThat(server.isRunning()).isFalse();
      server.restart();
      assertThat(server.command("PING")).isEqualTo("PONG");
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void comesBackWithItsDataIfPersistent(RedisSetup setup) {
    try (RedisServer server = setup.persistent().start()) {
      server.command("SET", "key", "value");
      server.kill();
      server.restart();
      assertThat(server.command("GET", "key")).isEqualTo("value");
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void leavesNothing(RedisSetup setup) {
    RedisServer server = setup.start();
    server.pause();
    server.close();
    server.close();
    assertThat(ProcessHandle.of(server.pid())).isEmpty();
    assertThat(Files.exists(server.directory())).isFalse();
  }

  @ParameterizedTest
  @MethodSource("setups")
  void aPasswordIsAskedFor(RedisSetup setup) {
    try (RedisServer server = setup.password("sécret \"@:/").start()) {
      assertThat(server.command("PING")).isEqualTo("PONG");
      assertThat(server.uri()).contains("://:s%C3%A9cret%20%22%40%3A%2F@127.0.0.1:");
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void tls(RedisSetup setup) {
    try (RedisServer server = setup.tls(TestCertificates.generate()).start()) {
      assertThat(server.command("PING")).isEqualTo("PONG");
      assertThat(server.uri()).contains("s://127.0.0.1:");
      assertThat(List.of(server.tls().trustStore())).allMatch(Files::exists);
    }
  }
}
