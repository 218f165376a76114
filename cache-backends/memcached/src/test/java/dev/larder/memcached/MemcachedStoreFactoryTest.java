package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.Cache;
import dev.larder.CacheConfigurationException;
import dev.larder.CacheManager;
import dev.larder.testkit.CacheContract;
import dev.larder.testkit.server.MemcachedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chain as a file configures it. */
class MemcachedStoreFactoryTest {
  @TempDir private Path directory;

  private CacheManager configured(String... lines) throws IOException {
    Path file = directory.resolve("larder.properties");
    Files.writeString(
        file,
        "larder.chains.tested.tiers=local,memcached\nlarder.chains.tested.codec=text\n"
            + String.join("\n", lines)
            + "\n");
    return CacheManager.configured(file).build();
  }

  private static String line(String setting, String value) {
    return "larder.chains.tested.memcached." + setting + "=" + value;
  }

  @Test
  void aChainMayHaveMemcachedBehindTheHeap() throws IOException {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        CacheManager here = configured(line("servers", server.hostAndPort()));
        CacheManager there = configured(line("servers", server.hostAndPort()))) {
      Cache<Long, String> mine = here.cache(CacheContract.USERS);
      mine.put(1L, "one");
      assertThat(there.cache(CacheContract.USERS).get(1L)).isEqualTo("one");
    }
  }

  @Test
  void everySettingIsUnderstood() throws IOException {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        CacheManager caches =
            configured(
                line("servers", server.hostAndPort()),
                line("protocol", "binary"),
                line("tls", "false"),
                line("verify-host-name", "true"),
                line("pool-size", "2"),
                line("timeout", "250ms"),
                line("retries", "2"),
                line("retry-delay", "10ms"),
                line("discovery", "false"))) {
      caches.cache(CacheContract.USERS).put(1L, "one");
      assertThat(caches.cache(CacheContract.USERS).get(1L)).isEqualTo("one");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "servers, a:b, host:port",
    "pool-size, 0, from 1 to 64",
    "retries, 99, from 0 to 10",
    "timeout, 0ms, time-out",
    "protocol, meta, ascii or binary",
    "username, larder, there is no password",
    "discovery-interval, 5s, discovery is not true",
    "trust-store, none.p12, none.p12",
    "serverz, a:1, servers",
  })
  void aSettingThatCannotBeIsNamed(String setting, String value, String because) {
    assertThatExceptionOfType(CacheConfigurationException.class)
        .isThrownBy(() -> configured(line(setting, value)))
        .withMessageContaining(setting)
        .withMessageContaining(because);
  }

  @Test
  void aPasswordAloneIsRefusedWithoutBeingTold() {
    assertThatExceptionOfType(CacheConfigurationException.class)
        .isThrownBy(() -> configured(line("password", "hush-hush")))
        .withMessageContaining("there is no username")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("hush-hush"));
  }
}
