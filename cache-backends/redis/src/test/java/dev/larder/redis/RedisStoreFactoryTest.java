package dev.larder.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheConfigurationException;
import dev.larder.spi.StoreFactory;
import dev.larder.spi.StoreSettings;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisStoreFactoryTest {
  /**
   * Settings as a map holds them.
   *
   * @param above those that are stated above the others
   */
  private record Settings(Map<String, String> values, Set<String> above) implements StoreSettings {
    Settings(Map<String, String> values) {
      this(values, Set.of());
    }

    @Override
    public String chain() {
      return "redis";
    }

    @Override
    public Optional<String> text(String setting) {
      return Optional.ofNullable(values.get(setting));
    }

    @Override
    public Optional<Duration> duration(String setting) {
      return text(setting).map(Duration::parse);
    }

    @Override
    public OptionalInt integer(String setting) {
      return text(setting).stream().mapToInt(Integer::parseInt).findFirst();
    }

    @Override
    public Optional<Boolean> flag(String setting) {
      return text(setting).map(Boolean::valueOf);
    }

    @Override
    public List<String> list(String setting) {
      return text(setting).map(text -> List.of(text.split(","))).orElse(List.of());
    }

    @Override
    public boolean outranks(String setting, String other) {
      return values.containsKey(setting) && above.contains(setting) && !above.contains(other);
    }

    @Override
    public RuntimeException refuse(String setting, String because) {
      return new CacheConfigurationException(setting + " is refused: " + because);
    }
  }

  private static RedisOptions options(Map<String, String> values) {
    return new SettingsReader(new Settings(values)).options();
  }

  @Test
  void isFoundByItsType() {
    assertThat(ServiceLoader.load(StoreFactory.class).stream().map(ServiceLoader.Provider::get))
        .filteredOn(factory -> factory.type().equals("redis"))
        .singleElement()
        .satisfies(
            factory -> {
              assertThat(factory.settings()).containsAll(factory.environment().values());
              assertThat(factory.environment()).containsEntry("REDIS_URL", "url");
            });
  }

  @Test
  void opensAStore() {
    try (RedisServer server = RedisServer.redis().password("secret").start();
        dev.larder.spi.Store store =
            new RedisStoreFactory()
                .open(
                    new Settings(
                        Map.of(
                            "host", server.host(),
                            "port", "" + server.port(),
                            "password", "secret",
                            "command-timeout", "PT20S",
                            "connect-timeout", "PT20S",
                            "database", "2")))) {
      store.put("shop:1:users:7", new byte[] {1}, Duration.ofHours(1));
      assertThat(store.get("shop:1:users:7")).containsExactly(1);
    }
  }

  @Test
  void aUrlWinsOverItsParts() {
    RedisOptions options =
        options(
            Map.of(
                "url",
                "redis://:one@cache:7000/3",
                "host",
                "other",
                "password",
                "two",
                "database",
                "5"));
    assertThat(options).hasToString("single [redis://cache:7000]/3");
    assertThat(options.password).isEqualTo("one");
  }

  @Test
  void whatAUrlDoesNotTellIsToldBesideIt() {
    RedisOptions options =
        options(
            Map.of(
                "url", "redis://cache", "username", "larder", "password", "two", "database", "5"));
    assertThat(options).hasToString("single [redis://cache:6379]/5");
    assertThat(options.username).isEqualTo("larder");
    assertThat(options.password).isEqualTo("two");
  }

  @Test
  void whatIsStatedAboveTheUrlHolds() {
    Map<String, String> values =
        Map.of("url", "redis://:one@cache/3", "host", "other", "password", "two", "database", "5");
    assertThat(new SettingsReader(new Settings(values, Set.of("host"))).options())
        .hasToString("single [redis://other:6379]/5");
    RedisOptions options =
        new SettingsReader(new Settings(values, Set.of("password", "database"))).options();
    assertThat(options).hasToString("single [redis://cache:6379]/5");
    assertThat(options.password).isEqualTo("two");
  }

  /** Else what the environment says of TLS would be passed over, and secrets go in clear. */
  @Test
  void tlsAndPortThatAreStatedAboveTheUrlHold() {
    Map<String, String> plain =
        Map.of("url", "redis://:one@cache/3", "tls", "true", "port", "7001");
    assertThat(new SettingsReader(new Settings(plain, Set.of("tls"))).options())
        .hasToString("single [rediss://cache:6379]/3");
    assertThat(new SettingsReader(new Settings(plain, Set.of("tls", "port"))).options())
        .hasToString("single [rediss://cache:7001]/3");
    assertThat(options(plain)).hasToString("single [redis://cache:6379]/3");
    Map<String, String> secret = Map.of("url", "rediss://cache", "tls", "false");
    assertThat(new SettingsReader(new Settings(secret, Set.of("tls"))).options())
        .hasToString("single [redis://cache:6379]/0");
  }

  @Test
  void everySettingHasAMeaning() {
    RedisOptions options =
        options(
            Map.ofEntries(
                Map.entry("mode", "sentinel"),
                Map.entry("nodes", "one:26379,two:26379"),
                Map.entry("master-name", "main"),
                Map.entry("tls", "true"),
                Map.entry("username", "larder"),
                Map.entry("password", "secret"),
                Map.entry("sentinel-username", "watch"),
                Map.entry("sentinel-password", "hush"),
                Map.entry("database", "4"),
                Map.entry("pool-size", "9"),
                Map.entry("retries", "2"),
                Map.entry("connect-timeout", "PT4S"),
                Map.entry("command-timeout", "PT0.25S"),
                Map.entry("ping-interval", "PT0S")));
    assertThat(options).hasToString("sentinel [rediss://one:26379, rediss://two:26379]/4");
    assertThat(options.masterName).isEqualTo("main");
    assertThat(options.username).isEqualTo("larder");
    assertThat(options.password).isEqualTo("secret");
    assertThat(options.sentinelUsername).isEqualTo("watch");
    assertThat(options.sentinelPassword).isEqualTo("hush");
    assertThat(options.poolSize).isEqualTo(9);
    assertThat(options.retries).isEqualTo(2);
    assertThat(options.connectTimeout).isEqualTo(Duration.ofSeconds(4));
    assertThat(options.commandTimeout).isEqualTo(Duration.ofMillis(250));
    assertThat(options.pingInterval).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "mode, ring, 'it must be one of single, sentinel, cluster, replicated'",
    "url, cache:6379, redis://",
    "nodes, :, no URL",
    "port, 70000, between 1 and 65535",
    "pool-size, 0, at least 1",
    "command-timeout, PT0S, command time-out",
    "connect-timeout, PT0S, connect time-out",
    "trust-store, none.p12, none.p12",
    "username, ' ', username",
    "username, larder, no password",
    "url, redis://s3cret@host, no password",
    "url, redis://host?password=s3cret, after ?",
    "url, redis://host#s3cret, after ?",
    "url, redis://:s3cret, no host",
    "url, redis://user:s3cret/0, no host",
    "url, redis://host/s3cret, number of a database",
    "nodes, s3cret@host, no password",
    "master-name, main, master name"
  })
  void aRefusalNamesTheSetting(String setting, String value, String message) {
    assertThatThrownBy(() -> options(Map.of(setting, value)))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining(message)
        .satisfies(
            thrown ->
                assertThat(thrown.getMessage())
                    .startsWith(setting.equals("master-name") ? "mode" : setting)
                    .doesNotContain("s3cret"));
  }
}
