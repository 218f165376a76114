package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Bulk.Put;
import dev.larder.testkit.server.RedisCluster;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Servers that have forgotten the scripts. */
class ScriptsTest {
  @AutoClose static final RedisServer SERVER = RedisServer.redis().start();
  @AutoClose static final RedisCluster CLUSTER = RedisServer.redis().startCluster(3);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<String> KEYS =
      IntStream.range(0, 50).mapToObj(i -> "scripts:1:users:" + i).toList();

  @Test
  void theServersNameForAScriptIsOurs() {
    for (Script script : Script.values()) {
      ScriptForms forms = script.forms();
      for (ScriptText text : List.of(forms.onOneServer(), forms.told(), forms.inCluster())) {
        assertThat(SERVER.command("SCRIPT", "LOAD", text.lua())).isEqualTo(text.sha1());
      }
    }
  }

  @Test
  void aServerThatForgotAScriptIsToldItAgain() {
    try (RedisStore store = RedisStore.connect(Patient.options(SERVER.uri()))) {
      forgetsAndIsTold((RedisCache) store.open("scripts:1:users"), List.of(SERVER));
    }
  }

  @Test
  void nodesThatForgotAScriptAreToldItAgain() {
    try (RedisStore store = RedisStore.connect(Patient.options(Urls.of(CLUSTER)))) {
      forgetsAndIsTold((RedisCache) store.open("scripts:1:users"), CLUSTER.nodes());
    }
  }

  private static void forgetsAndIsTold(RedisCache cache, List<RedisServer> servers) {
    cache.putAll(KEYS.stream().map(key -> new Put(key, key.getBytes(UTF_8), HOUR)).toList());
    servers.forEach(server -> server.command("SCRIPT", "FLUSH"));
    assertThat(cache.get(KEYS.get(0))).isEqualTo(KEYS.get(0).getBytes(UTF_8));
    servers.forEach(server -> server.command("SCRIPT", "FLUSH"));
    assertThat(cache.readAll(KEYS)).hasSize(KEYS.size());
    servers.forEach(server -> server.command("SCRIPT", "FLUSH"));
    assertThat(cache.removeAll(KEYS)).isEqualTo(KEYS.size());
  }
}
