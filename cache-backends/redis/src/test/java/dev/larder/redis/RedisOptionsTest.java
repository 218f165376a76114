package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheConfigurationException;
import dev.larder.testkit.server.RedisServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RedisOptionsTest {
  @Test
  void aUrlTellsEverything() {
    RedisUrl url = RedisUrl.parse("valkeys://larder:a%3Ab%2Fc%40d+%C3%A9@[::1]:6380/3");
    assertThat(url).isEqualTo(new RedisUrl(true, "[::1]", 6380, "larder", "a:b/c@d+é", 3));
    assertThat(url).hasToString("rediss://[::1]:6380");
    assertThat(RedisUrl.parse("redis://:secret@cache"))
        .isEqualTo(new RedisUrl(false, "cache", 6379, null, "secret", null));
  }

  /** As a variable leaves it that is not set; a server without one refuses an empty password. */
  @Test
  void anEmptyLoginIsNone() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store =
            RedisStore.connect(Patient.options("redis://:@" + server.hostAndPort()))) {
      store.ping();
    }
    assertThat(RedisUrl.parse("redis://:@cache"))
        .isEqualTo(new RedisUrl(false, "cache", 6379, null, null, null));
    assertThat(RedisUrl.parse("redis://larder:@cache").password()).isEmpty();
  }

  @Test
  void whatTheUrlTellsHolds() {
    RedisOptions options = RedisOptions.of("redis://larder:secret@cache/3");
    assertThat(options.username).isEqualTo("larder");
    assertThat(options.password).isEqualTo("secret");
    assertThat(options.database).isEqualTo(3);
    assertThat(options).hasToString("single [redis://cache:6379]/3");
  }

  private static RedisOptionsBuilder builder() {
    return RedisOptions.builder();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(() -> builder().url("localhost:6379"), "redis://"),
        refused(() -> builder().url("http://localhost"), "redis://, rediss://"),
        refused(() -> builder().url("redis://"), "no URL"),
        refused(() -> builder().url("redis://:p wd@host"), "no URL"),
        refused(
            () -> builder().url("redis://:pwd@host:99999"), "its port must be between 1 and 65535"),
        refused(() -> builder().url("redis://:pwd@host/zero"), "number of a database"),
        refused(() -> builder().url("redis://host/4294967295"), "number of a database"),
        refused(() -> builder().url("redis://:pwd%4@host"), "written as %40"),
        refused(() -> builder().url("redis://:pwd@host?timeout=1"), "after ?"),
        refused(() -> builder().url("redis://s3cret@host"), "behind a colon"),
        refused(() -> builder().url("redis://host:6379?password=s3cret"), "\"redis://...\""),
        refused(() -> builder().url("rediss://host#s3cret"), "\"rediss://...\""),
        refused(() -> builder().url("redis://:s3cret"), "names no host"),
        refused(() -> builder().url("redis://user:s3cret/0"), "names no host"),
        refused(() -> builder().url("redis://user:99999123"), "port"),
        refused(() -> builder().url("redis://host/s3cret"), "number of a database"),
        refused(() -> builder().url("s3cret:me@host"), "redis://"),
        refused(() -> builder().url("user:s3cret@host"), "redis://"),
        refused(() -> builder().username(" "), "username"),
        refused(() -> builder().username("larder"), "a Redis user has no password"),
        refused(() -> builder().password(""), "password"),
        refused(() -> builder().database(-1), "database of a Redis store must be at least 0: -1"),
        refused(() -> builder().poolSize(0), "pool size of a Redis store must be at least 1: 0"),
        refused(() -> builder().retries(-1), "retries"),
        refused(() -> builder().commandTimeout(Duration.ZERO), "command time-out"),
        refused(() -> builder().connectTimeout(Duration.ofDays(99)), "connect time-out"),
        refused(() -> builder().pingInterval(Duration.ofNanos(1)), "ping interval"),
        refused(() -> builder().url("rediss://h").trustStore(Path.of("none"), null), "none"),
        refused(() -> builder().url("redis://a").url("redis://b"), "one address"),
        refused(() -> builder().mode(RedisMode.CLUSTER).database(1), "database 0"),
        refused(() -> builder().mode(RedisMode.SENTINEL), "master name"),
        refused(() -> builder().masterName("main"), "master name"),
        refused(() -> builder().sentinelLogin(null, "secret"), "no sentinels"),
        refused(() -> builder().mode(RedisMode.CLUSTER).url("redis://a").url("rediss://b"), "TLS"),
        refused(
            () -> builder().mode(RedisMode.CLUSTER).url("redis://:x@a").url("redis://:y@b"),
            "password of b:6379 differs"));
  }

  private static Arguments refused(Supplier<RedisOptionsBuilder> options, String message) {
    return Arguments.of(options, message);
  }

  @ParameterizedTest
  @MethodSource
  void refused(Supplier<RedisOptionsBuilder> options, Object message) {
    assertThatExceptionOfType(CacheConfigurationException.class)
        .isThrownBy(() -> options.get().build())
        .withMessageContaining(message.toString())
        .satisfies(
            thrown ->
                assertThat(trace(thrown)).doesNotContain("pwd", "p wd", "s3cret", "99999123"));
  }

  @Test
  void aWrongPasswordIsToldWithoutIt() {
    try (RedisServer server = RedisServer.redis().password("right-one").start();
        RedisStore store =
            RedisStore.connect(Patient.options("redis://:wrong-one@" + server.hostAndPort()))) {
      assertThatThrownBy(() -> store.get("shop:1:users:7"))
          .hasMessageContaining("WRONGPASS")
          .hasMessageContaining("shop:1:users:7")
          .satisfies(thrown -> assertThat(trace(thrown)).doesNotContain("wrong-one", "right-one"));
      assertThat(store.toString()).doesNotContain("wrong-one");
    }
  }

  @Test
  void aFaultTellsNoValues() {
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(Patient.options(server.uri()))) {
      server.command("RPUSH", "shop:1:users:7", "a list");
      assertThatThrownBy(
              () ->
                  ((RedisCache) store.open("shop:1:users"))
                      .removeIf("shop:1:users:7", "my own value".getBytes()))
          .hasMessageContaining("WRONGTYPE")
          .hasMessageContaining("shop:1:users:7")
          .satisfies(
              thrown -> assertThat(trace(thrown)).doesNotContain("my own value", "109, 121"));
    }
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
