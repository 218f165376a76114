package dev.larder.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedisServerTest {
  static Stream<RedisSetup> setups() {
    return Stream.of(RedisServer.redis(), RedisServer.valkey());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static RespClient connect(RedisServer server) throws IOException {
    return new RespClient(new Connection(null, Connection.LONG).open(server.port()));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void answersAndCounts(RedisSetup setup) {
    try (RedisServer server = setup.start()) {
      assertThat(server.command("SET", "key", "välue")).isEqualTo("OK");
      assertThat(server.command("GET", "key")).isEqualTo("välue");
      assertThat(server.command("GET", "none")).isNull();
      assertThat(server.command("MGET", "key", "none")).isEqualTo(Arrays.asList("välue", null));
      assertThat(server.command("DEL", "key")).isEqualTo(1L);
      assertThat(server.commandStats()).containsEntry("get", 2L).containsEntry("set", 1L);
      assertThat(server.info("keyspace")).isEmpty();
      assertThatThrownBy(() -> server.command("NONSENSE"))
          .isInstanceOf(ErrorReply.class)
          .hasMessageStartingWith("ERR unknown command");
    }
  }

  @Test
  void aTransactionGivesTheErrorAmongTheReplies() {
    try (RedisServer server = RedisServer.redis().start()) {
      server.command("MULTI");
      server.command("SET", "key", "text");
      server.command("INCR", "key");
      assertThat(server.command("EXEC"))
          .asInstanceOf(LIST)
          .satisfiesExactly(
              ok -> assertThat(ok).isEqualTo("OK"),
              error -> assertThat(((ErrorReply) error).code()).isEqualTo("ERR"));
      assertThat(server.command("PING")).isEqualTo("PONG");
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void bytesAreSeenAndCorrupted(RedisSetup setup) {
    try (RedisServer server = setup.start()) {
      byte[] key = {0, (byte) 0xFF, '\r', '\n'};
      server.command(bytes("SET"), key, new byte[] {1, 2});
      server.command(bytes("SETRANGE"), key, bytes("1"), new byte[] {(byte) 0x80});
      assertThat(server.command(bytes("GET"), key)).isEqualTo(new byte[] {1, (byte) 0x80});
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
      assertThatThrownBy(() -> server.command("PING")).isInstanceOf(UncheckedIOException.class);
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
  void answersNothingWhileItIsPaused(RedisSetup setup) throws Exception {
    try (RedisServer server = setup.start()) {
      server.pause();
      CompletableFuture<Object> reply = CompletableFuture.supplyAsync(() -> server.command("PING"));
      try (RespClient connected = connect(server)) {
        assertThat(connected).isNotNull();
        assertThat(server.isRunning()).isTrue();
        assertThat(reply).isNotDone();
        server.resume();
        assertThat(reply.get(20, TimeUnit.SECONDS)).isEqualTo("PONG");
        assertThat(connected.command("PING")).isEqualTo("PONG");
      }
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
    assertThat(server.directory()).doesNotExist();
    assertThatThrownBy(server::restart)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The server is closed: " + server.hostAndPort());
    assertThatThrownBy(server::pause)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The server's process " + server.pid() + " is not running.");
  }

  @ParameterizedTest
  @MethodSource("setups")
  void aPasswordIsAskedFor(RedisSetup setup) throws IOException {
    try (RedisServer server = setup.password("sécret \"@:/").start();
        RespClient stranger = connect(server)) {
      assertThat(server.command("PING")).isEqualTo("PONG");
      assertThat(server.uri()).endsWith("://:s%C3%A9cret%20%22%40%3A%2F@" + server.hostAndPort());
      assertThatThrownBy(() -> stranger.command("GET", "key"))
          .hasMessage("NOAUTH Authentication required.");
      assertThatThrownBy(() -> stranger.command("AUTH", "guess"))
          .hasMessageStartingWith("WRONGPASS");
      assertThat(stranger.command("AUTH", "sécret \"@:/")).isEqualTo("OK");
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void aUserMayDoWhatItsRulesSay(RedisSetup setup) throws IOException {
    try (RedisServer server = setup.user("app", "pass", "~app:*", "+@all", "-flushall").start();
        RespClient client = connect(server)) {
      assertThat(server.uri()).endsWith("://app:pass@" + server.hostAndPort());
      assertThatThrownBy(() -> client.command("GET", "app:key")).hasMessageStartingWith("NOAUTH");
      client.command("AUTH", "app", "pass");
      assertThat(client.command("SET", "app:key", "value")).isEqualTo("OK");
      assertThatThrownBy(() -> client.command("GET", "key")).hasMessageStartingWith("NOPERM");
      assertThatThrownBy(() -> client.command("FLUSHALL")).hasMessageStartingWith("NOPERM");
      assertThat(server.command("GET", "app:key")).isEqualTo("value");
    }
  }

  @Test
  void theSchemeSaysWhatIsSpoken() {
    TestCertificates certificates = TestCertificates.generate();
    assertThat(setups().map(setup -> scheme(setup))).containsExactly("redis", "valkey");
    assertThat(setups().map(setup -> scheme(setup.tls(certificates))))
        .containsExactly("rediss", "valkeys");
  }

  private static String scheme(RedisSetup setup) {
    try (RedisServer server = setup.start()) {
      assertThat(server.command("PING")).isEqualTo("PONG");
      return server.uri().substring(0, server.uri().indexOf(':'));
    }
  }

  @Test
  void aServerThatCannotStartSaysWhy() {
    assertThatThrownBy(() -> RedisServer.redis().setting("nonsense", "1").start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Bad directive");
    assertThatThrownBy(() -> RedisServer.redis().password(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The password is blank: \" \"");
  }

  @Test
  void aPortThatWasTakenInTheMeantimeIsSaid() throws IOException {
    try (RedisServer server = RedisServer.redis().start()) {
      server.stop();
      try (var taker = Acceptor.bind(server.address())) {
        assertThatThrownBy(server::restart)
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("Port %d was taken while the server was down.", taker.getLocalPort());
      }
      server.restart();
      assertThat(server.command("PING")).isEqualTo("PONG");
    }
  }
}
