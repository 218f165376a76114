package dev.larder.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemcachedServerTest {
  static Stream<MemcachedSetup> setups() {
    MemcachedSetup plain = MemcachedServer.memcached();
    TestCertificates certificates = TestCertificates.generate();
    return Stream.of(
        plain,
        plain.tls(certificates),
        plain.user("somebody", "secret"),
        plain.sasl("somebody", "secret"),
        plain.sasl("somebody", "secret").tls(certificates));
  }

  @ParameterizedTest
  @MethodSource("setups")
  void answersAndCounts(MemcachedSetup setup) {
    try (MemcachedServer server = setup.start()) {
      server.set("key", 7, new byte[] {1, 2, (byte) 0xFF});
      assertThat(server.get("key")).isEqualTo(new byte[] {1, 2, (byte) 0xFF});
      assertThat(server.get("none")).isNull();
      assertThat(server.stats()).containsEntry("cmd_get", "2").containsEntry("get_hits", "1");
      assertThat(server.stats("settings")).containsEntry("item_size_max", "1048576");
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void comesBackEmptyOnItsPort(MemcachedSetup setup) {
    try (MemcachedServer server = setup.start()) {
      int port = server.port();
      server.set("key", 0, new byte[1]);
      server.kill();
      assertThat(server.isRunning()).isFalse();
      server.restart();
      assertThat(server.port()).isEqualTo(port);
      assertThat(server.get("key")).isNull();
      server.stop();
      assertThat(server.isRunning()).isFalse();
      server.restart();
      assertThat(server.stats()).containsEntry("pid", "" + server.pid());
    }
  }

  @ParameterizedTest
  @MethodSource("setups")
  void leavesNothing(MemcachedSetup setup) {
    MemcachedServer server = setup.start();
    server.pause();
    server.close();
    server.close();
    assertThat(ProcessHandle.of(server.pid())).isEmpty();
    assertThat(server.directory()).doesNotExist();
  }

  @Test
  void commandsAreAnsweredInLines() {
    try (MemcachedServer server = MemcachedServer.memcached().start()) {
      server.set("key", 0, new byte[] {'1'});
      assertThat(server.command("incr key 4")).containsExactly("5");
      assertThat(server.command("delete key")).containsExactly("DELETED");
      assertThat(server.command("stats settings")).contains("STAT maxbytes 67108864", "END");
      assertThatThrownBy(() -> server.command("nonsense"))
          .isInstanceOf(ErrorReply.class)
          .hasMessage("ERROR");
    }
  }

  @Test
  void anItemTooLargeIsRefused() {
    try (MemcachedServer server = MemcachedServer.memcached().arguments("-I", "2m").start()) {
      server.set("large", 0, new byte[1 << 20]);
      assertThatThrownBy(() -> server.set("larger", 0, new byte[1 << 21]))
          .isInstanceOf(ErrorReply.class)
          .hasMessage("SERVER_ERROR object too large for cache");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWrongPasswordIsRefused(boolean sasl) throws Exception {
    MemcachedLogin right = new MemcachedLogin("somebody", "secret", sasl);
    MemcachedOptions options = MemcachedOptions.PLAIN.withLogin(right);
    try (MemcachedServer server = MemcachedServer.start(options)) {
      MemcachedLogin wrong = new MemcachedLogin("somebody", "guess", sasl);
      MemcachedConsole console =
          new MemcachedConsole(
              MemcachedOptions.PLAIN.withLogin(wrong), server.port(), Connection.LONG);
      assertThatThrownBy(() -> console.get("key"))
          .isInstanceOf(ErrorReply.class)
          .hasMessageMatching("(?i).*auth.*");
      assertThat(new MemcachedConsole(options, server.port(), Connection.LONG).get("key")).isNull();
    }
  }

  @Test
  void severalKnowNothingOfEachOther() {
    try (MemcachedServers servers = MemcachedServer.memcached().start(3)) {
      List<MemcachedServer> each = servers.servers();
      each.get(1).set("key", 0, new byte[1]);
      assertThat(each)
          .extracting(server -> server.get("key") != null)
          .containsExactly(false, true, false);
      assertThat(servers.addresses().split(","))
          .containsExactly(
              each.get(0).hostAndPort(), each.get(1).hostAndPort(), each.get(2).hostAndPort());
    }
  }

  @Test
  void aServerThatCannotStartSaysWhy() {
    assertThatThrownBy(() -> MemcachedServer.memcached().arguments("--nonsense").start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unrecognized option '--nonsense'");
    assertThatThrownBy(() -> MemcachedServer.memcached().user("some body", "secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"some body\"");
  }
}
