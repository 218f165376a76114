package dev.larder.examples.guide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.testkit.server.FaultProxy;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisSentinels;
import dev.larder.testkit.server.RedisServer;
import dev.larder.testkit.server.TestCertificates;
import dev.larder.testkit.server.TlsFiles;
import dev.larder.testkit.server.Way;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the guide says of servers for tests. */
class ServersTest {
  // region shared
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();

  // endregion

  @Test
  void looksAtTheServer() {
    // region looks
    SERVER.command("SET", "greeting", "hello");
    assertThat(SERVER.command("GET", "greeting")).isEqualTo("hello");
    assertThat(SERVER.commandStats()).containsEntry("get", 1L);
    // endregion
    assertThat(SERVER.uri()).isEqualTo("redis://" + SERVER.hostAndPort());
  }

  @Test
  void isSetUpAsClientsFindIt() {
    // region setup
    TestCertificates certificates = TestCertificates.generate();
    RedisServer server =
        RedisServer.valkey()
            .user("app", "secret", "~app:*", "&app:*", "+@all")
            .tls(certificates)
            .setting("maxmemory", "64mb")
            .start();
    String uri = server.uri();
    TlsFiles files = server.tls();
    // endregion
    try (server) {
      assertThat(uri).isEqualTo("valkeys://app:secret@" + server.hostAndPort());
      assertThat(Files.exists(files.trustStore())).isTrue();
      assertThat(server.info("memory")).containsEntry("maxmemory_human", "64.00M");
    }
  }

  @Test
  void isDownForAWhile() {
    // region down
    try (RedisServer server = RedisServer.redis().start()) {
      server.kill();
      assertThatThrownBy(() -> server.command("PING")).isInstanceOf(UncheckedIOException.class);
      server.restart();
      assertThat(server.command("PING")).isEqualTo("PONG");
    }
    // endregion
  }

  @Test
  void severalAreOne() {
    // region several
    try (RedisSentinels sentinels = RedisServer.redis().startSentinels(2, 3);
        RedisCluster cluster = RedisServer.redis().startCluster(3);
        MemcachedServers memcacheds = MemcachedServer.memcached().start(3)) {
      RedisServer promoted = sentinels.failover();
      assertThat(promoted).isSameAs(sentinels.master());
      cluster.nodeOf("greeting").command("SET", "greeting", "hello");
      memcacheds.servers().get(1).kill();
    }
    // endregion
  }

  @Test
  void theNetworkIsBad() throws Exception {
    // region network
    try (FaultProxy proxy = FaultProxy.to(SERVER);
        Socket client = new Socket(proxy.host(), proxy.port())) {
      proxy.stall(Way.TO_CLIENT);
      client.getOutputStream().write("PING\r\n".getBytes());
      assertThat(client.getInputStream().available()).isZero();
      proxy.heal();
      assertThat(client.getInputStream().read()).isEqualTo('+');
    }
    // endregion
  }
}
