package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.CacheConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemcachedOptionsTest {
  private static MemcachedOptionsBuilder options() {
    return MemcachedOptions.builder();
  }

  private static void assertRefused(Runnable wrong, String... because) {
    assertThatExceptionOfType(CacheConfigurationException.class)
        .isThrownBy(wrong::run)
        .satisfies(e -> assertThat(e.getMessage()).contains(because));
  }

  @Test
  void serversAreHostsWithPorts() {
    assertThat(options().servers("a, b:1,[::1]:2,[::1],10.0.0.1:65535").build().servers)
        .extracting(ServerAddress::toString)
        .containsExactly("a:11211", "b:1", "[::1]:2", "[::1]:11211", "10.0.0.1:65535");
    assertThat(options().build().servers).hasToString("[localhost:11211]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "a,",
        ":11211",
        "a:",
        "a:b",
        "a:0",
        "a:65536",
        "a:-1",
        "a b",
        "a:1:2",
        "[::1",
        "[]:1",
        "[::1]x",
        "memcached://a:1",
        "a:999999"
      })
  void whatIsNoServerIsRefused(String servers) {
    assertRefused(() -> options().servers(servers), "host:port");
  }

  @Test
  void noServerAndOneTwiceAreRefused() {
    assertRefused(() -> options().servers(List.of()), "at least one server");
    assertRefused(() -> options().servers("a:1,b:2,a:1"), "once", "a:1");
  }

  @Test
  void numbersAndTimesThatCannotBeAreRefusedWithWhatCan() {
    assertRefused(() -> options().poolSize(0), "pool size", "from 1 to 64", "0");
    assertRefused(() -> options().poolSize(65), "65");
    assertRefused(() -> options().retries(-1), "retries", "-1");
    assertRefused(() -> options().retries(11), "11");
    assertRefused(() -> options().timeout(Duration.ZERO), "time-out", "PT0S");
    assertRefused(() -> options().timeout(Duration.ofDays(1)), "PT24H");
    assertRefused(() -> options().retryDelay(Duration.ofMillis(-1)), "retry delay", "PT-0.001S");
    assertRefused(() -> options().discovery(Duration.ofMillis(1)), "interval", "PT0.001S");
  }

  @Test
  void emptyCredentialsAreRefused() {
    assertRefused(() -> options().credentials("", "secret"), "username");
    assertRefused(() -> options().credentials("larder", ""), "password");
  }

  @Test
  void aTrustStoreThatCannotBeReadIsRefusedWithoutItsPassword() {
    MemcachedOptions options = options().tls(Path.of("no-such-file.p12"), "hush-hush").build();
    assertThatExceptionOfType(CacheConfigurationException.class)
        .isThrownBy(() -> MemcachedStore.connect(options))
        .withMessageContaining("no-such-file.p12")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("hush-hush"));
  }

  @Test
  void credentialsAreSentBySaslUnlessTold() {
    assertThat(options().build().protocol).isEqualTo(MemcachedProtocol.ASCII);
    assertThat(options().credentials("a", "b").build().protocol)
        .isEqualTo(MemcachedProtocol.BINARY);
    assertThat(options().credentials("a", "b").protocol(MemcachedProtocol.ASCII).build().protocol)
        .isEqualTo(MemcachedProtocol.ASCII);
  }

  @Test
  void theTextHasEverythingButPasswords() {
    assertThat(
            options()
                .servers("a:1")
                .credentials("larder", "hush-hush")
                .tls(Path.of("trust.p12"), "quiet-quiet")
                .discovery()
                .build())
        .hasToString(
            "MemcachedOptions[[a:1], discovery every PT30S, BINARY, username=larder, tls trusting"
                + " trust.p12, poolSize=1, timeout=PT0.5S, retries=1, retryDelay=PT0.02S]");
  }
}
