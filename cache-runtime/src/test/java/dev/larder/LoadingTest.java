package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.stores.ShelfStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Managers made by files and the environment. */
class LoadingTest {
  private static final ValueType<String> TEXT = ValueType.of("java.lang.String", 1, true);

  @TempDir private Path directory;
  private Configured given;

  @BeforeEach
  void begin() {
    given = new Configured(directory);
  }

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(ShelfStore.OPEN).isEmpty();
  }

  private static CacheSpec<Long, String> spec(String chain, String name) {
    return CacheSpec.of(chain, name, KeyShape.single(PartTypes.LONG), TEXT);
  }

  private static ShelfStore shelf() {
    assertThat(ShelfStore.OPEN).hasSize(1);
    return ShelfStore.OPEN.get(0);
  }

  private static String put(CacheManager caches, String chain, String name) {
    caches.cache(spec(chain, name)).put(1L, "one");
    return caches.cache(spec(chain, name)).keyText(1L);
  }

  private static Duration life(CacheManager caches, String chain, String name) {
    put(caches, chain, name);
    return caches.cache(spec(chain, name)).timeToLive(1L);
  }

  @Test
  void withNoConfigurationAtAllThereIsOneLocalTier() {
    try (CacheManager caches = given.load()) {
      assertThat(put(caches, "default", "users")).isEqualTo("larder:1:users:1");
      assertThat(caches.cache(spec("default", "users")).localHit(1L)).isEqualTo("one");
    }
  }

  @Test
  void theProcessItselfIsLookedAt() {
    try (CacheManager caches = CacheManager.load()) {
      assertThat(put(caches, "default", "users")).isEqualTo("larder:1:users:1");
    }
  }

  @Test
  void aChainOfAFileHasTheTiersAndSettingsThatAreStated() {
    given.properties(
        "larder.key-prefix = shop",
        "larder.version = 3",
        "larder.chains.far.tiers = local, shelf",
        "larder.chains.far.codec = text",
        "larder.chains.far.shelf.url = shelf://attic:7",
        "larder.chains.far.shelf.port = 99",
        "larder.chains.far.shelf.timeout = 250ms",
        "larder.chains.far.shelf.tls = true",
        "larder.chains.far.shelf.servers = a:1, b:2,",
        "larder.chains.far.ttl = 5m");
    try (CacheManager caches = given.load()) {
      assertThat(put(caches, "far", "users")).isEqualTo("shop:3:users:1");
      ShelfStore shelf = shelf();
      assertThat(shelf.keys()).containsExactly("shop:3:users:1");
      assertThat(shelf.chain).isEqualTo("far");
      assertThat(shelf.url).contains(URI.create("shelf://attic:7"));
      assertThat(shelf.port).hasValue(99);
      assertThat(shelf.timeout).contains(Duration.ofMillis(250));
      assertThat(shelf.tls).isTrue();
      assertThat(shelf.servers).containsExactly("a:1", "b:2");
      assertThat(shelf.host).isEmpty();
      put(caches, "default", "teams");
      assertThat(shelf.keys()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"larder.yaml", "larder.yml"})
  void theSameIsStatedInYaml(String name) {
    given.file(
        name,
        "larder:",
        "  key-prefix: shop",
        "  chains:",
        "    far:",
        "      tiers: [local, shelf]",
        "      codec: text",
        "      ttl: 5m",
        "      shelf: {url: 'shelf://attic:7', servers: [\"a:1\", b:2], port: 99}",
        "  caches:",
        "    com.acme.UserService.find:",
        "      ttl: 60s");
    try (CacheManager caches = given.load()) {
      assertThat(put(caches, "far", "users")).isEqualTo("shop:1:users:1");
      assertThat(shelf().servers).containsExactly("a:1", "b:2");
      assertThat(life(caches, "default", "com.acme.UserService.find"))
          .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }
  }

  @Test
  void valuesAreCompressedAndLimitedAsStated() {
    given.properties(
        "larder.chains.far.tiers = shelf",
        "larder.chains.far.codec = text",
        "larder.chains.far.compression = zlib",
        "larder.chains.far.compression.threshold = 1KiB",
        "larder.chains.far.compression.level = 9",
        "larder.chains.far.max-value-size = 20KiB");
    try (CacheManager caches = given.load()) {
      Cache<Long, String> users = caches.cache(spec("far", "users"));
      users.put(1L, "one ".repeat(4 * 1024));
      assertThat(users.get(1L)).hasSize(16 * 1024);
      assertThat(shelf().size("larder:1:users:1")).isLessThan(1024);
      users.put(2L, "one ".repeat(250));
      assertThat(shelf().size("larder:1:users:2")).isGreaterThan(1000);
      assertThatThrownBy(() -> users.put(3L, "one ".repeat(6 * 1024)))
          .isInstanceOf(CacheCodecException.class)
          .hasMessageContaining("more than max-value-size allows: 20480");
    }
  }

  @Test
  void theSettingsOfACompressionThatIsTurnedOffMayStay() {
    given
        .properties(
            "larder.chains.far.tiers = shelf",
            "larder.chains.far.codec = text",
            "larder.chains.far.compression = zlib",
            "larder.chains.far.compression.threshold = 0",
            "larder.chains.far.compression.level = 9")
        .variable("LARDER_CHAINS_FAR_COMPRESSION", "none");
    try (CacheManager caches = given.load()) {
      caches.cache(spec("far", "users")).put(1L, "one ".repeat(4 * 1024));
      assertThat(shelf().size("larder:1:users:1")).isGreaterThan(16 * 1024);
    }
  }

  @Test
  void codeStandsAboveTheEnvironmentAndThatAboveFiles() {
    given
        .resource("larder.properties", "larder.key-prefix=a", "larder.version=1")
        .properties("larder.key-prefix=b", "larder.version=2")
        .variable("LARDER_KEY_PREFIX", "c");
    try (CacheManager loaded = given.load();
        CacheManager coded = given.builder().keyPrefix("d").build()) {
      assertThat(put(loaded, "default", "users")).isEqualTo("c:2:users:1");
      assertThat(put(coded, "default", "users")).isEqualTo("d:2:users:1");
    }
  }

  @Test
  void aFileOfTheClassPathIsEnough() {
    given.resource("larder.yaml", "larder.version: 9");
    try (CacheManager caches = given.load()) {
      assertThat(put(caches, "default", "users")).isEqualTo("larder:9:users:1");
    }
  }

  @Test
  void oneFileMayTakeThePlaceOfAll() {
    given.properties("larder.version=1").file("other.yaml", "larder.version: 2");
    try (CacheManager caches =
        CacheManager.configured(given.sources().withFile(directory.resolve("other.yaml")))
            .build()) {
      assertThat(put(caches, "default", "users")).isEqualTo("larder:2:users:1");
    }
  }

  @Test
  void codeChangesSingleSettingsOfAChainThatAFileStates() {
    given.properties(
        "larder.chains.far.tiers=local,shelf",
        "larder.chains.far.codec=text",
        "larder.chains.far.local.maximum-size=1",
        "larder.chains.far.ttl=5m",
        "larder.caches.users.ttl=4m",
        "larder.caches.users.null-ttl=1m");
    try (CacheManager caches =
        given
            .builder()
            .chain("far", chain -> chain.local(local -> local.ttl(Duration.ofSeconds(1))))
            .cache("users", cache -> cache.ttl(Duration.ofMinutes(2)))
            .build()) {
      assertThat(put(caches, "far", "teams")).isEqualTo("larder:1:teams:1");
      assertThat(shelf().keys()).containsExactly("larder:1:teams:1");
      assertThat(life(caches, "default", "users"))
          .isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
      caches.cache("users").put(2L, null);
      assertThat(caches.cache("users").contains(2L)).isTrue();
    }
  }

  @Test
  void aStoreThatCodeReplacesIsNotOpened() {
    given.properties(
        "larder.chains.far.tiers=shelf",
        "larder.chains.far.codec=text",
        "larder.chains.far.ttl=1m");
    given.variable("CELLAR_SERVERS", "");
    try (CacheManager caches =
        given
            .builder()
            .chain("far", chain -> chain.local(local -> {}).distributed(new MapStore()))
            .build()) {
      put(caches, "far", "users");
      assertThat(ShelfStore.OPEN).isEmpty();
    }
  }

  @Test
  void aVariableOfAStoreDefinesItsChainAndTheDefault() {
    given
        .variable("SHELF_URL", "shelf://attic:7")
        .variable("SHELF_KEY_PREFIX", "shop")
        .variable("LARDER_CHAINS_SHELF_CODEC", "text")
        .variable("LARDER_CHAINS_DEFAULT_TTL", "5m");
    try (CacheManager caches = given.load()) {
      put(caches, "shelf", "users");
      put(caches, "default", "teams");
      assertThat(shelf().keys()).containsExactly("shop:1:teams:1", "shop:1:users:1");
      assertThat(caches.cache(spec("shelf", "users")).chain()).isEqualTo("shelf");
    }
  }

  @Test
  void aDefaultThatIsConfiguredStaysAsItIs() {
    given
        .properties("larder.chains.default.tiers=local")
        .variable("SHELF_URL", "shelf://attic:7")
        .variable("LARDER_CHAINS_SHELF_CODEC", "text");
    try (CacheManager caches = given.load()) {
      put(caches, "default", "teams");
      assertThat(shelf().keys()).isEmpty();
    }
    try (CacheManager caches =
        new Configured(directory.resolve("none"))
            .variable("SHELF_URL", "shelf://attic:7")
            .variable("LARDER_CHAINS_SHELF_CODEC", "text")
            .builder()
            .chain("default", chain -> chain.local(local -> {}))
            .build()) {
      put(caches, "default", "teams");
      assertThat(shelf().keys()).isEmpty();
    }
  }

  @Test
  void aChainThatStatesNothingOfItsStoreSharesThatOfTheStoresName() {
    given
        .properties(
            "larder.chains.slow.tiers=shelf",
            "larder.chains.slow.codec=text",
            "larder.chains.other.tiers=shelf",
            "larder.chains.other.codec=text",
            "larder.chains.other.shelf.host=garage")
        .variable("SHELF_HOST", "attic")
        .variable("SHELF_PASSWORD", "secret")
        .variable("LARDER_CHAINS_SHELF_CODEC", "text");
    try (CacheManager caches = given.load()) {
      put(caches, "slow", "users");
      put(caches, "other", "teams");
      put(caches, "shelf", "plans");
      assertThat(ShelfStore.OPEN)
          .extracting(store -> List.of(store.host.orElse(""), store.password.orElse("")))
          .containsExactlyInAnyOrder(List.of("attic", "secret"), List.of("garage", ""));
    }
  }

  @Test
  void whatStandsAboveTellsAStore() {
    given
        .properties(
            "larder.chains.shelf.shelf.url=shelf://localhost", "larder.chains.shelf.codec=text")
        .variable("SHELF_HOST", "attic");
    try (CacheManager caches = given.load()) {
      put(caches, "shelf", "users");
      assertThat(shelf().host).contains("attic");
    }
  }

  @Test
  void variablesReachWhatFilesNameAndCachesOfAnyName() {
    given
        .properties("larder.chains.far-away.tiers=local", "larder.caches.users.ttl=9m")
        .variable("LARDER_CHAINS_FAR_AWAY_TTL", "5m")
        .variable("LARDER_CHAINS_NEW_ONE_TIERS", "local")
        .variable("LARDER_CHAINS_NEW_ONE_LOCAL_MAXIMUM_SIZE", "5")
        .variable("LARDER_CACHES_USERS_TTL", "1m")
        .variable("LARDER_CACHES_COM_ACME_USERSERVICE_FIND_LOCAL_TTL", "3m")
        .variable("LARDER_CACHES_COM_ACME_USERSERVICE_FIND_TTL", "4m");
    try (CacheManager caches = given.load()) {
      assertThat(life(caches, "far-away", "a")).isBetween(minutes(4), minutes(5));
      assertThat(life(caches, "new-one", "b")).isZero();
      assertThat(life(caches, "default", "users")).isBetween(Duration.ofSeconds(50), minutes(1));
      assertThat(life(caches, "default", "com.acme.UserService.find"))
          .isBetween(minutes(2), minutes(3));
    }
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  @Test
  void whatKubernetesSetsForAServiceIsNoConfiguration() {
    given
        .variable("SHELF_PORT", "tcp://10.0.0.1:6379")
        .variable("LARDER_PORT_80_TCP", "tcp://10.0.0.1:80")
        .variable("LARDER_SERVICE_HOST", "10.0.0.1");
    try (CacheManager caches = given.load()) {
      put(caches, "default", "users");
      assertThat(ShelfStore.OPEN).isEmpty();
    }
  }
}
