package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.CacheCodecException;
import dev.larder.spi.Bulk.Put;
import dev.larder.spi.Leasing.Found;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Held;
import dev.larder.spi.Leasing.Lease;
import dev.larder.testkit.server.MemcachedServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the server: strange items, lost markers, items too large, lives, native access. */
class ItemsTest {
  private static final Duration LONG = Duration.ofHours(1);

  private static MemcachedServer server;
  private static MemcachedStore store;

  private final String cache = UUID.randomUUID().toString();
  private final String cacheKey = "items:1:" + cache;
  private final String key = cacheKey + ":1";
  private final String marker = "{items:1}:~gen:" + cache;
  private final CacheView view = (CacheView) store.open(cacheKey);

  @BeforeAll
  static void start() {
    server = MemcachedServer.memcached().start();
    store = Connected.knowingClocks(MemcachedOptions.builder().servers(server.hostAndPort()));
  }

  @AfterAll
  static void stop() {
    store.close();
    server.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void aLostMarkerEndsAllEntriesAndLeases() {
    view.put(key, bytes("one"), LONG);
    Lease lease = ((Granted) view.readOrLease(key + "2", LONG)).lease();
    assertThat(server.command("delete " + marker)).containsExactly("DELETED");
    assertThat(view.get(key)).isNull();
    assertThat(view.remove(key)).isFalse();
    view.put(key, bytes("two"), LONG);
    assertThat(view.get(key)).isEqualTo(bytes("two"));
    assertThat(lease.fill(bytes("old"), LONG)).isFalse();
    assertThat(view.readOrLease(key + "2", LONG)).isInstanceOf(Granted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "something that is as long as a frame, and longer than that"})
  void foreignBytesUnderAKeyAreNoValue(String foreign) {
    view.put(key + "2", bytes("seeds the marker"), LONG);
    server.set(key, 7, bytes(foreign));
    assertThat(view.get(key)).isNull();
    assertThat(view.readAll(List.of(key))).isEmpty();
    assertThat(view.touch(key, LONG)).isFalse();
    Granted granted = (Granted) view.readOrLease(key, LONG);
    assertThat(granted.lease().fill(bytes("one"), LONG)).isTrue();
    assertThat(view.get(key)).isEqualTo(bytes("one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "something long"})
  void foreignBytesUnderTheMarkerAreNoMarker(String foreign) {
    view.put(key, bytes("one"), LONG);
    server.set(marker, 0, bytes(foreign));
    assertThat(view.get(key)).isNull();
    view.put(key, bytes("two"), LONG);
    assertThat(view.get(key)).isEqualTo(bytes("two"));
  }

  @Test
  void aNullByteLeaseIsNoLeaseOfOurs() {
    view.put(key + "2", bytes("seeds the marker"), LONG);
    server.set(key, 0, new byte[40]);
    assertThat(view.get(key)).isNull();
    assertThat(view.readOrLease(key, LONG)).isInstanceOf(Granted.class);
    assertThat(view.readOrLease(key, LONG)).isInstanceOf(Held.class);
  }

  @Test
  void aValueTooLargeIsRefusedAndNothingOlderStays() {
    view.put(key, bytes("one"), LONG);
    String connections = server.stats().get("total_connections");
    assertThatExceptionOfType(CacheCodecException.class)
        .isThrownBy(() -> view.put(key, new byte[2_000_000], LONG))
        .withMessageContaining("2000000 bytes")
        .withMessageContaining(server.hostAndPort())
        .withMessageContaining("-I")
        .satisfies(e -> assertThat(e.isRetryable()).isFalse());
    assertThat(view.get(key)).isNull();
    // The connection is the same one: each look at the server takes one more.
    assertThat(Long.parseLong(server.stats().get("total_connections")))
        .isEqualTo(Long.parseLong(connections) + 1);
  }

  @Test
  void aFillTooLargeIsRefusedAndFreesTheKey() {
    Lease lease = ((Granted) view.readOrLease(key, LONG)).lease();
    assertThatExceptionOfType(CacheCodecException.class)
        .isThrownBy(() -> lease.fill(new byte[2_000_000], LONG));
    assertThat(view.readOrLease(key, LONG)).isInstanceOf(Granted.class);
  }

  @Test
  void ofManyPutsTheOneTooLargeIsRefused() {
    view.put(key + "large", bytes("one"), LONG);
    assertThatExceptionOfType(CacheCodecException.class)
        .isThrownBy(
            () ->
                view.putAll(
                    List.of(
                        new Put(key, bytes("one"), LONG),
                        new Put(key + "large", new byte[2_000_000], LONG),
                        new Put(key + "2", bytes("two"), LONG))))
        .withMessageContaining("2000000 bytes");
    assertThat(view.readAll(List.of(key, key + "large", key + "2")))
        .containsOnlyKeys(key, key + "2");
  }

  @Test
  void aLargeValueIsStoredIfTheServerTakesIt() {
    try (MemcachedServer roomy = MemcachedServer.memcached().arguments("-I", "8m").start();
        MemcachedStore large = Connected.to(roomy.hostAndPort())) {
      large.put(key, new byte[5_000_000], LONG);
      assertThat(large.get(key)).hasSize(5_000_000);
    }
  }

  @Test
  void keysThatShareTheirHeadAreTwo() {
    String head = key + ":" + "x".repeat(400);
    view.put(head + "1", bytes("one"), LONG);
    view.put(head + "2", bytes("two"), LONG);
    assertThat(view.get(head + "1")).isEqualTo(bytes("one"));
    assertThat(view.get(head + "2")).isEqualTo(bytes("two"));
    assertThat(view.remove(head + "1")).isTrue();
    assertThat(view.readAll(List.of(head + "1", head + "2"))).containsOnlyKeys(head + "2");
  }

  @Test
  void keysOfMoreCachesThanAnybodyHasAreServed() {
    for (int i = 0; i < 1_100; i++) {
      String strange = "items:1:" + cache + i + ":1";
      store.put(strange, bytes("one"), LONG);
      assertThat(store.get(strange)).isEqualTo(bytes("one"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\r\nflush_all\r\n", "\0", "ü", "\u2028", "a b", "\t", "\u007f", ""})
  void everyTextIsAKey(String text) {
    String strange = key + ":" + text;
    view.put(strange, bytes("one"), LONG);
    assertThat(view.get(strange)).isEqualTo(bytes("one"));
    assertThat(view.readOrLease(strange, LONG)).isInstanceOf(Found.class);
    assertThat(view.remove(strange)).isTrue();
  }

  @Test
  void aLifeOfMonthsIsNoDateLongGone() {
    Duration life = Duration.ofDays(60);
    view.put(key, bytes("one"), life);
    String answer = server.command("mg " + key + " t").get(0);
    long seconds = Long.parseLong(answer.substring(answer.indexOf('t') + 1).strip());
    assertThat(seconds).isBetween(life.toSeconds() - 60, life.toSeconds() + 1);
    assertThat(view.read(key))
        .satisfies(found -> assertThat(found.remaining()).isBetween(life.minusMinutes(1), life));
  }

  @Test
  void nothingOfOtherPeopleIsClearedAway() {
    server.set("theirs" + cache, 0, bytes("theirs"));
    view.put(key, bytes("one"), LONG);
    view.clear();
    assertThat(view.get(key)).isNull();
    assertThat(server.get("theirs" + cache)).isEqualTo(bytes("theirs"));
  }

  @Test
  void aCounterIsADecimalForEveryone() {
    String counter = "items:1:counter:" + cache;
    store.add(counter, 12, LONG);
    assertThat(server.get(counter)).isEqualTo(bytes("12"));
    server.command("incr " + counter + " 30");
    assertThat(store.count(counter)).isEqualTo(42);
    server.command("decr " + counter + " 40");
    assertThat(store.count(counter)).as("decr leaves a blank behind").isEqualTo(2);
  }

  @Test
  void aCounterIsNotReducedBelowZero() {
    String counter = "items:1:counter:" + cache;
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> store.add(counter, -1, LONG))
        .withMessageContaining("counts from zero up")
        .withMessageContaining(counter);
    assertThat(store.count(counter)).isNull();
    store.add(counter, 5, LONG);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> store.add(counter, -6, LONG));
    assertThat(store.count(counter)).isEqualTo(5);
    assertThat(store.add(counter, -5, LONG)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"18446744073709551615,-5", "9223372036854775808,-5", "9223372036854775808,5"})
  void aSumThatNobodyTookBackIsNoCounterAndNoFaultOfTheStore(String sum, long by) {
    String counter = "items:1:counter:" + cache;
    server.set(counter, 0, bytes(sum));
    MemcachedOptionsBuilder options = MemcachedOptions.builder().servers(server.hostAndPort());
    try (MemcachedStore hasty =
        MemcachedStore.connect(options.timeout(Duration.ofSeconds(1)).build())) {
      Connected.awaitAnswers(hasty);
      for (Runnable call :
          List.<Runnable>of(() -> hasty.count(counter), () -> hasty.add(counter, by, LONG))) {
        assertThatExceptionOfType(CacheCodecException.class)
            .isThrownBy(call::run)
            .withMessageContaining(counter)
            .withMessageContaining(sum)
            .withMessageContaining("reset");
      }
    }
    assertThat(server.get(counter)).isEqualTo(bytes(sum));
    assertThat(store.reset(counter)).isTrue();
    assertThat(store.add(counter, 1, LONG)).isEqualTo(1);
  }

  @Test
  void whatIsNoNumberIsNoCounter() {
    String counter = "items:1:counter:" + cache;
    server.set(counter, 0, bytes("twelve"));
    assertThatExceptionOfType(CacheCodecException.class)
        .isThrownBy(() -> store.add(counter, 1, LONG))
        .withMessageContaining(counter);
    assertThatExceptionOfType(CacheCodecException.class).isThrownBy(() -> store.count(counter));
    assertThat(store.reset(counter)).isTrue();
    assertThat(store.add(counter, 1, LONG)).isEqualTo(1);
  }

  @Test
  void theNativeClientReadsAndWritesWhatOthersDo() throws Exception {
    store.client().set("native" + cache, bytes("one"), 60).toCompletableFuture().get();
    assertThat(server.get("native" + cache)).isEqualTo(bytes("one"));
    store.add("counter" + cache, 3, LONG);
    assertThat(store.client().get("counter" + cache).toCompletableFuture().get())
        .isEqualTo(bytes("3"));
  }
}
