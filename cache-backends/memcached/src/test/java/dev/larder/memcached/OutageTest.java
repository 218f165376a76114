package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.CacheConnectionException;
import dev.larder.CacheException;
import dev.larder.CacheTimeoutException;
import dev.larder.spi.Bulk.Put;
import dev.larder.spi.Deadline;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Lease;
import dev.larder.spi.Stored;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What callers see while servers are away, and after. */
class OutageTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final String CACHE = "outage:1:test";
  private static final String KEY = CACHE + ":1";

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void startsBeforeItsServerDoes() {
    MemcachedServer server = MemcachedServer.memcached().start();
    server.kill();
    try (server;
        MemcachedStore store = MemcachedStore.connect(server.hostAndPort())) {
      assertThatExceptionOfType(CacheConnectionException.class)
          .isThrownBy(() -> store.get(KEY))
          .withMessageContaining(server.hostAndPort())
          .satisfies(e -> assertThat(e.isRetryable()).isTrue())
          .satisfies(e -> assertThat(e.storeName()).isEqualTo("memcached"));
      assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(store::ping);
      assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(store::probe);
      server.restart();
      Connected.awaitAnswers(store);
      store.put(KEY, bytes("one"), LONG);
      assertThat(store.get(KEY)).isEqualTo(bytes("one"));
    }
  }

  private static List<Runnable> calls(MemcachedStore store, CacheView view, Lease lease) {
    return List.of(
        () -> view.get(KEY),
        () -> view.put(KEY, bytes("two"), LONG),
        () -> view.remove(KEY),
        () -> view.readOrLease(KEY, LONG),
        () -> view.readAll(List.of(KEY)),
        () -> view.removeAll(List.of(KEY)),
        () -> lease.fill(bytes("two"), LONG),
        view::clear,
        store::ping,
        () -> store.add("counter", 1, LONG));
  }

  @Test
  void everyCallFailsWhileTheServerIsGone() {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        MemcachedStore store = Connected.to(server.hostAndPort())) {
      CacheView view = (CacheView) store.open(CACHE);
      view.put(KEY, bytes("one"), LONG);
      var lease = ((Granted) view.tryLease(KEY, LONG)).lease();
      server.kill();
      for (Runnable call : calls(store, view, lease)) {
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(call::run);
      }
    }
  }

  @Test
  void aServerThatComesBackEmptyIsFilledAnew() {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        MemcachedStore store = Connected.to(server.hostAndPort())) {
      CacheView view = (CacheView) store.open(CACHE);
      view.put(KEY, bytes("one"), LONG);
      var lease = ((Granted) view.readOrLease(KEY + "2", LONG)).lease();
      server.restart();
      Connected.awaitAnswers(store);
      assertThat(view.get(KEY)).isNull();
      assertThat(lease.fill(bytes("old"), LONG)).isFalse();
      view.put(KEY, bytes("two"), LONG);
      assertThat(view.get(KEY)).isEqualTo(bytes("two"));
    }
  }

  @Test
  void aServerThatHangsIsATimeOut() {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        MemcachedStore patient = Connected.to(server.hostAndPort());
        MemcachedStore store =
            MemcachedStore.connect(
                MemcachedOptions.builder()
                    .servers(server.hostAndPort())
                    .timeout(Duration.ofMillis(300))
                    .build())) {
      patient.put(KEY, bytes("one"), LONG);
      Connected.awaitAnswers(store);
      server.pause();
      try {
        assertThatExceptionOfType(CacheTimeoutException.class)
            .isThrownBy(() -> store.get(KEY))
            .withMessageContaining(server.hostAndPort())
            .withMessageContaining("PT0.3S");
      } finally {
        server.resume();
      }
      Connected.awaitAnswers(store);
      assertThat(patient.get(KEY)).isEqualTo(bytes("one"));
    }
  }

  @Test
  void noCallLastsLongerThanItsDeadline() {
    Duration patience = Duration.ofSeconds(20);
    try (MemcachedServer server = MemcachedServer.memcached().start();
        MemcachedStore store =
            Connected.to(
                MemcachedOptions.builder().servers(server.hostAndPort()).timeout(patience))) {
      CacheView view = (CacheView) store.open(CACHE);
      var lease = ((Granted) view.readOrLease(KEY, LONG)).lease();
      server.pause();
      for (Runnable call : calls(store, view, lease)) {
        long begin = System.nanoTime();
        assertThatExceptionOfType(CacheTimeoutException.class)
            .isThrownBy(() -> within(Duration.ofMillis(100), call));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(patience.dividedBy(2));
      }
      server.resume();
    }
  }

  private static void within(Duration budget, Runnable call) {
    Deadline.within(
        budget,
        () -> {
          call.run();
          return "";
        });
  }

  @Test
  void theKeysOfOneServerFailAndTheOthersGoOn() {
    try (MemcachedServers servers = MemcachedServer.memcached().start(3);
        MemcachedStore store = Connected.to(servers.addresses())) {
      CacheView view = (CacheView) store.open(CACHE);
      List<String> keys = IntStream.range(0, 60).mapToObj(i -> CACHE + ":" + i).toList();
      keys.forEach(key -> view.put(key, bytes(key), LONG));
      MemcachedServer lost = servers.servers().get(1);
      Map<Boolean, List<String>> byLost =
          keys.stream().collect(Collectors.partitioningBy(key -> lost.get(key) != null));
      lost.kill();
      assertThat(byLost.get(true)).isNotEmpty();
      assertThat(byLost.get(false)).isNotEmpty();
      for (String key : byLost.get(true)) {
        assertThatExceptionOfType(CacheConnectionException.class)
            .isThrownBy(() -> view.get(key))
            .withMessageContaining(lost.hostAndPort());
        assertThatExceptionOfType(CacheConnectionException.class)
            .as("written elsewhere, it would be read as before once the server is back")
            .isThrownBy(() -> view.put(key, bytes("new"), LONG));
      }
      for (String key : byLost.get(false)) {
        assertThat(view.get(key)).isEqualTo(bytes(key));
        view.put(key, bytes("new"), LONG);
      }
      assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(view::clear);
      assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(store::ping);
      store.probe();
      lost.restart();
      Connected.awaitAnswers(store);
      assertThat(view.readAll(byLost.get(true))).isEmpty();
    }
  }

  @Test
  void aCallForManyKeysFailsAsAWholeAndTheOtherServersHaveDoneTheirPart() {
    try (MemcachedServers servers = MemcachedServer.memcached().start(3);
        MemcachedStore store = Connected.to(servers.addresses())) {
      CacheView view = (CacheView) store.open(CACHE);
      List<String> keys = IntStream.range(0, 60).mapToObj(i -> CACHE + ":" + i).toList();
      keys.forEach(key -> view.put(key, bytes(key), LONG));
      MemcachedServer lost = servers.servers().get(1);
      List<String> others = keys.stream().filter(key -> lost.get(key) == null).toList();
      lost.kill();
      assertLost(lost, () -> view.readAll(keys));
      assertLost(
          lost,
          () -> view.putAll(keys.stream().map(key -> new Put(key, bytes("new"), LONG)).toList()));
      Map<String, Stored> found = view.readAll(others);
      assertThat(found).containsOnlyKeys(others);
      found.forEach((key, stored) -> assertThat(stored.value()).isEqualTo(bytes("new")));
      assertLost(lost, () -> view.removeAll(keys));
      assertThat(view.readAll(others)).isEmpty();
    }
  }

  private static void assertLost(MemcachedServer lost, Runnable call) {
    assertThatExceptionOfType(CacheConnectionException.class)
        .isThrownBy(call::run)
        .withMessageContaining(lost.hostAndPort());
  }

  @Test
  void callsAreAnsweredThroughRestarts() {
    try (MemcachedServer server = MemcachedServer.memcached().start();
        MemcachedStore store =
            Connected.to(MemcachedOptions.builder().servers(server.hostAndPort()).poolSize(3))) {
      for (int i = 0; i < 3; i++) {
        store.put(KEY, bytes("one"), LONG);
        assertThat(store.get(KEY)).isEqualTo(bytes("one"));
        server.restart();
        Connected.awaitAnswers(store);
      }
    }
  }

  @Test
  void wrongCredentialsAreSaidToBeThat() {
    try (MemcachedServer server = MemcachedServer.memcached().sasl("larder", "right").start();
        MemcachedStore store =
            MemcachedStore.connect(
                MemcachedOptions.builder()
                    .servers(server.hostAndPort())
                    .credentials("larder", "hush-hush")
                    .build())) {
      assertThatExceptionOfType(CacheConnectionException.class)
          .isThrownBy(() -> store.get(KEY))
          .withMessageContaining("refused")
          .withMessageContaining("Authentication failed")
          .satisfies(e -> assertThat(e.toString()).doesNotContain("hush-hush"));
      assertThat(store.toString()).doesNotContain("hush-hush");
    }
  }

  @Test
  void aCertificateOfNobodyWeTrustIsRefused() {
    var ours = dev.larder.testkit.server.TestCertificates.generate();
    var theirs = dev.larder.testkit.server.TestCertificates.generate();
    try (MemcachedServer server = MemcachedServer.memcached().tls(ours).start();
        MemcachedServer other = MemcachedServer.memcached().tls(theirs).start();
        MemcachedStore store =
            MemcachedStore.connect(
                MemcachedOptions.builder()
                    .servers(server.hostAndPort())
                    .tls(other.tls().trustStore(), other.tls().password())
                    .build())) {
      assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> store.get(KEY));
    }
  }

  @Test
  void closingEndsEveryThreadAndCanBeDoneTwice() {
    try (MemcachedServer server = MemcachedServer.memcached().start()) {
      List<Thread> before = threads();
      MemcachedStore store = Connected.to(server.hostAndPort());
      store.put(KEY, bytes("one"), LONG);
      List<Thread> ours = threads();
      ours.removeAll(before);
      assertThat(ours).isNotEmpty();
      store.close();
      store.close();
      for (Thread thread : ours) {
        assertThatCode(() -> thread.join(10_000)).doesNotThrowAnyException();
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
      assertThatExceptionOfType(CacheException.class).isThrownBy(() -> store.get(KEY));
    }
  }

  private static List<Thread> threads() {
    return new ArrayList<>(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("larder-memcached"))
            .toList());
  }
}
