package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spotify.folsom.MemcacheClient;
import dev.larder.CacheConnectionException;
import dev.larder.CacheException;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Lease;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;
import dev.larder.testkit.server.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that come and go behind a configuration endpoint. */
@Timeout(120)
class DiscoveryTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final String CACHE = "discovery:1:test";

  private static MemcachedServers servers;
  private static List<String> addresses;

  private final ClusterServer endpoint = ClusterServer.start();

  @BeforeAll
  static void start() {
    servers = MemcachedServer.memcached().start(3);
    addresses = servers.servers().stream().map(TestServer::hostAndPort).toList();
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @AfterEach
  void end() {
    endpoint.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static MemcachedStore discovered(ClusterServer endpoint) {
    return Connected.to(undiscovered(endpoint));
  }

  private static MemcachedOptionsBuilder undiscovered(ClusterServer... endpoints) {
    return MemcachedOptions.builder()
        .servers(
            Stream.of(endpoints).map(ClusterServer::hostAndPort).collect(Collectors.joining(",")))
        .timeout(Connected.PATIENT)
        .discovery(Duration.ofMillis(100));
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> CACHE + ":" + i).toList();
  }

  private static List<String> of(int... which) {
    return IntStream.of(which).mapToObj(addresses::get).toList();
  }

  @Test
  void nodesThatComeAndGoMoveTheirOwnKeysAlone() {
    endpoint.tell(1, of(0, 1));
    try (MemcachedStore store = discovered(endpoint)) {
      CacheView view = (CacheView) store.open(CACHE);
      view.clear();
      List<String> keys = keys(300);
      keys.forEach(key -> view.put(key, bytes("one"), LONG));
      assertThat(view.readAll(keys)).hasSize(300);

      endpoint.tell(2, of(0, 1, 2));
      endpoint.awaitHeard();
      assertThat(view.readAll(keys).size()).as("a third has moved").isBetween(120, 280);
      assertThat(servers.servers().get(2).stats().get("cmd_get")).isNotEqualTo("0");

      keys.forEach(key -> view.put(key, bytes("two"), LONG));
      endpoint.tell(3, of(0, 2));
      endpoint.awaitHeard();
      view.readAll(keys)
          .forEach((key, stored) -> assertThat(stored.value()).as(key).isEqualTo(bytes("two")));
    }
  }

  @Test
  void whatAKeyWasBeforeItMovedAwayDoesNotComeBackWithIt() {
    endpoint.tell(1, of(0, 1));
    try (MemcachedStore store = discovered(endpoint)) {
      CacheView view = (CacheView) store.open(CACHE);
      List<String> keys = keys(300);
      keys.forEach(key -> view.put(key, bytes("old"), LONG));
      endpoint.tell(2, of(0, 1, 2));
      endpoint.awaitHeard();
      view.removeAll(keys);
      endpoint.tell(3, of(0, 1));
      endpoint.awaitHeard();
      assertThat(view.readAll(keys)).isEmpty();
      try (MemcachedStore later = discovered(endpoint)) {
        assertThat(((CacheView) later.open(CACHE)).readAll(keys)).isEmpty();
      }
    }
  }

  @Test
  void whatWasEvictedWhileThisProcessMissedAListDoesNotComeBack() {
    endpoint.tell(1, of(0, 1));
    try (ClusterServer slow = ClusterServer.start();
        MemcachedStore other = discovered(endpoint)) {
      slow.tell(1, of(0, 1));
      try (MemcachedStore store = discovered(slow)) {
        CacheView view = (CacheView) store.open(CACHE);
        List<String> keys = keys(300);
        keys.forEach(key -> view.put(key, bytes("old"), LONG));
        endpoint.tell(2, of(0, 1, 2));
        endpoint.awaitHeard();
        ((CacheView) other.open(CACHE)).removeAll(keys);
        endpoint.tell(3, of(0, 1));
        slow.tell(3, of(0, 1));
        slow.awaitHeard();
        assertThat(view.readAll(keys)).isEmpty();
      }
    }
  }

  @Test
  void anOlderListOfOneEndpointIsNotTakenWhileAnotherKnowsBetter() {
    endpoint.tell(2, of(0, 1, 2));
    try (ClusterServer second = ClusterServer.start()) {
      second.tell(2, of(0, 1, 2));
      try (MemcachedStore store = Connected.to(undiscovered(endpoint, second))) {
        MemcacheClient<byte[]> before = store.client();
        endpoint.tell(1, of(0, 1));
        endpoint.awaitHeard();
        endpoint.awaitHeard();
        assertThat(store.client()).as("the servers are as they were").isSameAs(before);
        second.tell(3, of(0));
        second.awaitHeard();
        assertThat(store.client().numTotalConnections()).isEqualTo(1);
      }
    }
  }

  @Test
  void anOlderListThatIsToldOnceIsNotTaken() {
    endpoint.tell(2, of(0, 1, 2));
    try (MemcachedStore store = discovered(endpoint)) {
      MemcacheClient<byte[]> before = store.client();
      for (int i = 0; i < 3; i++) {
        endpoint.tellOnce(1, of(0, 1));
        endpoint.awaitHeard();
      }
      assertThat(store.client()).as("the servers are as they were").isSameAs(before);
    }
  }

  @Test
  void whatWasEvictedUnderAnOlderListDoesNotComeBackWithTheNewerOne() {
    endpoint.tell(2, of(0, 1, 2));
    try (MemcachedStore store = discovered(endpoint)) {
      CacheView view = (CacheView) store.open(CACHE);
      List<String> keys = keys(300);
      keys.forEach(key -> view.put(key, bytes("old"), LONG));
      tellForGood(1, of(0, 1));
      view.removeAll(keys);
      endpoint.tell(2, of(0, 1, 2));
      endpoint.awaitHeard();
      assertThat(view.readAll(keys)).isEmpty();
    }
  }

  @Test
  void aClusterMadeAnewCountsFromTheBeginning() {
    endpoint.tell(7, of(0, 1));
    try (MemcachedStore store = discovered(endpoint)) {
      CacheView view = (CacheView) store.open(CACHE);
      List<String> keys = keys(100);
      keys.forEach(key -> view.put(key, bytes("old"), LONG));
      Lease lease = ((Granted) view.readOrLease(CACHE + ":leased", LONG)).lease();
      tellForGood(1, of(0, 1));
      assertThat(view.readAll(keys)).as("nothing of before counts").isEmpty();
      assertThat(lease.fill(bytes("old"), LONG)).isFalse();
      try (MemcachedStore later = discovered(endpoint)) {
        CacheView laterView = (CacheView) later.open(CACHE);
        assertThat(laterView.readAll(keys)).as("for nobody").isEmpty();
        keys.forEach(key -> view.put(key, bytes("new"), LONG));
        assertThat(laterView.readAll(keys)).hasSize(100);
      }
      endpoint.tell(2, of(0, 1, 2));
      endpoint.awaitHeard();
      assertThat(store.client().numTotalConnections()).isEqualTo(3);
    }
  }

  @Test
  void aServerThatWasAwayAsAnOlderListWasTakenIsClearedWhenItIsBack() {
    endpoint.tell(7, of(0, 1));
    try (ClusterServer late = ClusterServer.start()) {
      late.tell(7, of(0, 1));
      takenWhileOneIsAway(late);
    }
  }

  private void takenWhileOneIsAway(ClusterServer late) {
    try (MemcachedStore other = discovered(late);
        MemcachedStore store =
            MemcachedStore.connect(undiscovered(endpoint).timeout(Duration.ofSeconds(1)).build())) {
      CacheView view = (CacheView) store.open(CACHE);
      CacheView otherView = (CacheView) other.open(CACHE);
      List<String> keys = keys(100);
      keys.forEach(key -> otherView.put(key, bytes("old"), LONG));
      servers.servers().get(1).pause();
      try {
        tellForGood(1, of(0, 1));
      } finally {
        servers.servers().get(1).resume();
      }
      awaitNoneOf(keys, view);
    }
  }

  private static void awaitNoneOf(List<String> keys, CacheView view) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (view.readAll(keys).isEmpty()) {
          return;
        }
      } catch (CacheException e) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("what was there before is found still");
  }

  /** Often enough that an older list is taken. */
  private void tellForGood(int version, List<String> nodes) {
    endpoint.tell(version, nodes);
    endpoint.awaitHeard();
    endpoint.awaitHeard();
  }

  @Test
  void aLeaseOnAServerThatWasTakenOutIsBroken() {
    endpoint.tell(1, of(0, 1, 2));
    try (MemcachedStore store =
        MemcachedStore.connect(undiscovered(endpoint).timeout(Duration.ofSeconds(1)).build())) {
      Connected.awaitAnswers(store);
      CacheView view = (CacheView) store.open(CACHE);
      List<Lease> leases =
          keys(30).stream()
              .map(key -> ((Granted) view.readOrLease(key + ":out", LONG)).lease())
              .toList();
      endpoint.tell(2, of(0, 1));
      MemcacheClient<byte[]> before = store.client();
      endpoint.awaitHeard();
      awaitClosed(before);
      assertThat(leases.stream().filter(lease -> lease.fill(bytes("old"), LONG)).count())
          .as("those that have not moved")
          .isBetween(5L, 29L);
      leases.forEach(lease -> assertThat(lease.renew(LONG)).isFalse());
      leases.forEach(Lease::release);
    }
  }

  private static void awaitClosed(MemcacheClient<byte[]> client) {
    while (client.numActiveConnections() == 3) {
      Thread.onSpinWait();
    }
  }

  @Test
  void noCallFailsWhileNodesComeAndGo() {
    endpoint.tell(1, of(0));
    try (MemcachedStore store = discovered(endpoint)) {
      CacheView view = (CacheView) store.open(CACHE);
      AtomicBoolean isOver = new AtomicBoolean();
      AtomicInteger calls = new AtomicInteger();
      List<CompletableFuture<Void>> callers =
          IntStream.range(0, 4)
              .mapToObj(i -> CompletableFuture.runAsync(() -> call(view, i, isOver, calls)))
              .toList();
      int version = 1;
      for (List<String> nodes : List.of(of(0, 1), of(0, 1, 2), of(2), of(1, 2), of(0, 1))) {
        endpoint.tell(++version, nodes);
        endpoint.awaitHeard();
      }
      isOver.set(true);
      callers.forEach(CompletableFuture::join);
      assertThat(calls).hasPositiveValue();
    }
  }

  private static void call(CacheView view, int caller, AtomicBoolean isOver, AtomicInteger calls) {
    List<String> keys = keys(50).stream().map(key -> key + ":" + caller).toList();
    while (!isOver.get()) {
      keys.forEach(key -> view.put(key, bytes("one"), LONG));
      view.readAll(keys);
      keys.forEach(view::get);
      keys.forEach(view::remove);
      calls.incrementAndGet();
    }
  }

  @Test
  void anEndpointOfOldIsAskedInItsOwnWords() {
    try (ClusterServer old = ClusterServer.startOld()) {
      old.tell(5, of(0, 1, 2));
      try (MemcachedStore store = discovered(old)) {
        store.put(CACHE + ":old", bytes("one"), LONG);
        assertThat(store.get(CACHE + ":old")).isEqualTo(bytes("one"));
        assertThat(store.client().numTotalConnections()).isEqualTo(3);
      }
    }
  }

  @Test
  void startsBeforeItsEndpointKnowsServers() {
    try (MemcachedStore store = MemcachedStore.connect(undiscovered(endpoint).build())) {
      assertThatExceptionOfType(CacheConnectionException.class)
          .isThrownBy(() -> store.get(CACHE + ":1"))
          .withMessageContaining("configuration endpoint");
      endpoint.tell(1, of(0));
      Connected.awaitAnswers(store);
      store.put(CACHE + ":1", bytes("one"), LONG);
      assertThat(store.get(CACHE + ":1")).isEqualTo(bytes("one"));
    }
  }

  @Test
  void anEndpointThatIsGoneLeavesTheServersAsTheyAre() {
    endpoint.tell(1, of(0, 1, 2));
    try (MemcachedStore store = discovered(endpoint)) {
      store.put(CACHE + ":gone", bytes("one"), LONG);
      endpoint.close();
      assertThat(store.get(CACHE + ":gone")).isEqualTo(bytes("one"));
    }
  }

  @Test
  void aMemcachedThatIsNoEndpointIsSaidToBeNone() {
    try (MemcachedStore store =
        MemcachedStore.connect(
            MemcachedOptions.builder().servers(addresses.get(0)).discovery().build())) {
      assertThatExceptionOfType(CacheException.class).isThrownBy(() -> store.get(CACHE + ":1"));
    }
  }

  @Test
  void theNativeClientFindsEachKeyWhereTheStoreDoes() throws Exception {
    endpoint.tell(1, of(0, 1, 2));
    try (MemcachedStore store = discovered(endpoint)) {
      for (int i = 0; i < 30; i++) {
        store.add("counter" + i, i, LONG);
        assertThat(store.client().get("counter" + i).toCompletableFuture().get())
            .isEqualTo(bytes(String.valueOf(i)));
      }
      Map<String, ?> nodes = store.client().getAllNodes();
      assertThat(nodes).hasSize(3);
      for (int i = 0; i < 30; i++) {
        store.reset("counter" + i);
      }
    }
  }
}
