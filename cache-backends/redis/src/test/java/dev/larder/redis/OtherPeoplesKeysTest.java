package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheValidationException;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.RefusedException;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands beside a cache's own keys. */
class OtherPeoplesKeysTest {
  private static final byte[] ONE = "one".getBytes(UTF_8);
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose final RedisServer server = RedisServer.redis().start();
  private RedisStore store;

  @BeforeEach
  void connect() {
    store = RedisStore.connect(Patient.options(server.uri()));
  }

  @AfterEach
  void disconnect() {
    store.close();
  }

  private List<String> scanned(String cacheKey) {
    List<String> keys = new ArrayList<>();
    ((RedisCache) store.open(cacheKey)).scan(cacheKey, keys::add);
    return keys;
  }

  @Test
  void globCharactersInAPrefixAreThemselves() {
    for (String prefix : new String[] {"a*b", "a?b", "a[x]b", "a\\b", "a[^-z]b"}) {
      store.put(prefix + ":1:users:7", ONE, HOUR);
      store.put("axb:1:users:7", ONE, HOUR);
      assertThat(scanned(prefix + ":1:users")).containsExactly(prefix + ":1:users:7");
      store.open(prefix + ":1:users").clear();
      assertThat(store.get("axb:1:users:7")).isEqualTo(ONE);
    }
  }

  @Test
  void nothingOutsideThePrefixIsTouched() {
    server.command("SET", "other:1:users:7", "theirs");
    server.command("SET", "shopping:1:users:7", "theirs");
    server.command("RPUSH", "list", "theirs");
    RedisCache cache = (RedisCache) store.open("shop:1:users");
    cache.put("shop:1:users:7", ONE, HOUR);
    cache.readOrLease("shop:1:users:8", HOUR);
    cache.clear();
    cache.put("shop:1:users:7", ONE, HOUR);
    cache.scan("shop:1:users", cache::remove);
    assertThat(new TreeSet<>((List<?>) server.command("KEYS", "*")))
        .hasToString(
            "[list, other:1:users:7, shopping:1:users:7,"
                + " {shop:1:users:8}:~lease, {shop:1}:~gen:users]");
    assertThat(server.command("GET", "other:1:users:7")).isEqualTo("theirs");
  }

  @Test
  void neitherKeysNorFlushesAreAsked() {
    RedisCache cache = (RedisCache) store.open("shop:1:users");
    cache.put("shop:1:users:7", ONE, HOUR);
    cache.clear();
    cache.scan("shop:1:users", key -> {});
    Map<String, Long> calls = server.commandStats();
    assertThat(calls).containsKey("scan").doesNotContainKeys("keys", "flushdb", "flushall");
  }

  @Test
  void whatWasClearedIsRemovedInTheBackground() throws InterruptedException {
    RedisCache cache = (RedisCache) store.open("shop:1:users");
    for (int i = 0; i < 1_200; i++) {
      cache.put("shop:1:users:" + i, ONE, Duration.ZERO);
    }
    store.put("shop:1:users2:7", ONE, HOUR);
    server.command("RPUSH", "shop:1:users:list", "of another type");
    cache.clear();
    cache.put("shop:1:users:new", ONE, HOUR);
    Eventually.holds(
        () ->
            new TreeSet<>((List<?>) server.command("KEYS", "shop:*"))
                .toString()
                .equals("[shop:1:users2:7, shop:1:users:list, shop:1:users:new]"));
    assertThat(cache.get("shop:1:users:new")).isEqualTo(ONE);
  }

  @Test
  void whatIsOlderThanALostMarkerIsAbsent() {
    RedisCache cache = (RedisCache) store.open("shop:1:users");
    cache.put("shop:1:users:7", ONE, HOUR);
    server.command("DEL", "{shop:1}:~gen:users");
    assertThat(cache.get("shop:1:users:7")).isNull();
    cache.put("shop:1:users:7", ONE, HOUR);
    assertThat(cache.get("shop:1:users:7")).isEqualTo(ONE);
  }

  @Test
  void whatIsNoEntryIsAbsentAndMakesRoomForOne() {
    RedisCache cache = (RedisCache) store.open("shop:1:users");
    server.command("RPUSH", "shop:1:users:7", "a list");
    server.command("SET", "shop:1:users:8", "a text");
    for (String key : List.of("shop:1:users:7", "shop:1:users:8")) {
      assertThat(cache.get(key)).isNull();
      assertThat(cache.readOrLease(key, HOUR))
          .isInstanceOfSatisfying(
              Granted.class, granted -> assertThat(granted.lease().fill(ONE, HOUR)).isTrue());
      assertThat(cache.get(key)).isEqualTo(ONE);
    }
    server.command("RPUSH", "shop:1:users:9", "a list");
    assertThat(cache.remove("shop:1:users:9")).isFalse();
    assertThat(server.command("EXISTS", "shop:1:users:9")).isEqualTo(0L);
  }

  @Test
  void whatIsNoNumberUnderACountersKeyIsRefusedWhateverTheKeySays() {
    store.add("shop:1:overflow:7", Long.MAX_VALUE, HOUR);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> store.add("shop:1:overflow:7", 1, HOUR));
    server.command("SET", "shop:1:overflow:8", "a text");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> store.add("shop:1:overflow:8", 1, HOUR));
  }

  @Test
  void aKeyWithBracesIsRefused() {
    RedisCache cache = (RedisCache) store.open("shop:1:users");
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> store.put("shop:1:users:{7}", ONE, HOUR),
            () -> cache.remove("shop:1:users:{7}"),
            () -> cache.readOrLease("shop:1:users:{7}", HOUR))) {
      assertThatThrownBy(call)
          .isInstanceOf(CacheValidationException.class)
          .hasMessageContaining("shop:1:users:{7}");
    }
  }

  @Test
  void aUserMayBeConfinedToThePrefix() {
    try (RedisServer guarded =
            RedisServer.redis()
                .user("shop", "secret", "~shop:*", "~{shop:*", "&shop:*", "+@all", "-@dangerous")
                .start();
        RedisStore confined = RedisStore.connect(Patient.options(guarded.uri()))) {
      RedisCache cache = (RedisCache) confined.open("shop:1:users");
      cache.put("shop:1:users:7", ONE, HOUR);
      assertThat(cache.get("shop:1:users:7")).isEqualTo(ONE);
      cache.clear();
      cache.scan("shop:1:users", key -> {});
      cache.publish("shop:1:users:~evict", ONE);
      confined.ping();
      assertThatThrownBy(() -> confined.put("other:1:users:7", ONE, HOUR))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("other:1:users:7");
    }
  }
}
