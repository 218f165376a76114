package dev.larder.memcached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.CacheConnectionException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes between two commands of one call, from another process. */
class RacesTest {
  private static final Duration LONG = Duration.ofHours(1);

  private static MemcachedServer server;
  private static MemcachedStore others;

  private final String cacheKey = "races:1:" + UUID.randomUUID();
  private final String key = cacheKey + ":1";
  private final CacheView other = (CacheView) others.open(cacheKey);
  private final HookedStore store =
      new HookedStore(
          MemcachedOptions.builder()
              .servers(server.hostAndPort())
              .timeout(Connected.PATIENT)
              .build(),
          cacheKey);
  private final CacheView view = store.view();

  @BeforeAll
  static void start() {
    server = MemcachedServer.memcached().start();
    others = Connected.to(server.hostAndPort());
  }

  @AfterAll
  static void stop() {
    others.close();
    server.close();
  }

  @AfterEach
  void end() {
    assertThat(store.hasHappened()).as("the command that the test waits for was sent").isTrue();
    store.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private Lease leased() {
    return ((Granted) view.readOrLease(key, LONG)).lease();
  }

  @Test
  void i4_aLeaseThatAnotherWasFasterToTakeIsHeld() {
    store.before("add", () -> assertThat(other.readOrLease(key, LONG)).isInstanceOf(Granted.class));
    seed();
    assertThat(view.readOrLease(key, LONG)).isInstanceOf(Held.class);
  }

  @Test
  void aValueThatAnotherWasFasterToPutIsFound() {
    seed();
    store.before("add", () -> other.put(key, bytes("new"), LONG));
    assertThat(view.readOrLease(key, LONG)).isInstanceOf(Found.class);
  }

  /** So that the next {@code add} is that of a lease, and not of the marker. */
  private void seed() {
    other.put(cacheKey + ":other", bytes("one"), LONG);
  }

  @Test
  void aLeaseWhoseAnswerWasLostIsStillOurs() {
    seed();
    store.loseAnswerOf("add");
    Lease mine = leased();
    assertThat(other.readOrLease(key, LONG)).isInstanceOf(Held.class);
    assertThat(mine.fill(bytes("one"), LONG)).isTrue();
    assertThat(other.get(key)).isEqualTo(bytes("one"));
  }

  @Test
  void aMarkerWhoseAnswerWasLostIsStillTheOne() {
    store.loseAnswerOf("add");
    view.put(key, bytes("one"), LONG);
    assertThat(other.get(key)).isEqualTo(bytes("one"));
  }

  @Test
  void aMarkerThatAnotherWasFasterToSeedIsTheOne() {
    store.before("add", () -> other.put(cacheKey + ":2", bytes("two"), LONG));
    view.put(key, bytes("one"), LONG);
    assertThat(other.get(key)).isEqualTo(bytes("one"));
    assertThat(view.get(cacheKey + ":2")).isEqualTo(bytes("two"));
  }

  @Test
  void i5_aRemoveBetweenTheLookAndTheFillRefusesIt() {
    Lease mine = leased();
    store.before("set", () -> other.remove(key));
    assertThat(mine.fill(bytes("old"), LONG)).isFalse();
    assertThat(view.get(key)).isNull();
  }

  @Test
  void i5_aPutBetweenTheLookAndTheFillRefusesIt() {
    Lease mine = leased();
    store.before("set", () -> other.put(key, bytes("new"), LONG));
    assertThat(mine.fill(bytes("old"), LONG)).isFalse();
    assertThat(view.get(key)).isEqualTo(bytes("new"));
  }

  @Test
  void i5_aLeaseGrantedAnewBetweenTheLookAndTheFillRefusesIt() {
    Lease mine = leased();
    store.before(
        "set",
        () -> {
          other.remove(key);
          assertThat(other.readOrLease(key, LONG)).isInstanceOf(Granted.class);
        });
    assertThat(mine.fill(bytes("old"), LONG)).isFalse();
    assertThat(view.get(key)).isNull();
  }

  @Test
  void i5_whatIsFilledAcrossAClearIsNotFound() {
    Lease mine = leased();
    store.before("set", other::clear);
    mine.fill(bytes("old"), LONG);
    assertThat(view.get(key)).isNull();
    assertThat(other.readOrLease(key, LONG)).isInstanceOf(Granted.class);
  }

  @Test
  void aFillWhoseAnswerWasLostIsAFault() {
    Lease mine = leased();
    store.loseAnswerOf("set");
    assertThatExceptionOfType(CacheConnectionException.class)
        .isThrownBy(() -> mine.fill(bytes("one"), LONG));
  }

  @Test
  void i5_aFillBesideAValueIsRefusedIfThatWasPutMeanwhile() {
    view.put(key, bytes("one"), LONG);
    Lease mine = ((Granted) view.tryLease(key, LONG)).lease();
    store.before("set", () -> other.put(key, bytes("new"), LONG));
    assertThat(mine.fill(bytes("old"), LONG)).isFalse();
    assertThat(view.get(key)).isEqualTo(bytes("new"));
  }

  @Test
  void i5_aLeaseBesideAValueThatIsPutBeforeItIsMarkedIsBroken() {
    view.put(key, bytes("one"), LONG);
    store.before("add", () -> other.put(key, bytes("new"), LONG));
    Lease mine = ((Granted) view.tryLease(key, LONG)).lease();
    assertThat(mine.fill(bytes("old"), LONG)).isFalse();
    assertThat(view.get(key)).isEqualTo(bytes("new"));
  }

  @Test
  void i4_ofTwoLeasesBesideAValueOneIsGranted() {
    view.put(key, bytes("one"), LONG);
    store.before("add", () -> assertThat(other.tryLease(key, LONG)).isInstanceOf(Granted.class));
    assertThat(view.tryLease(key, LONG)).isInstanceOf(Held.class);
  }

  @Test
  void aLeaseTakenWhileTheKeyIsWrittenFollowsWhatIsWritten() {
    seed();
    store.before("add", () -> other.put(key, bytes("new"), LONG));
    Granted granted = view.lease(key, LONG);
    assertThat(granted.present()).isNotNull();
    assertThat(other.get(key)).isEqualTo(bytes("new"));
    assertThat(granted.lease().fill(bytes("newer"), LONG)).isTrue();
    assertThat(other.get(key)).isEqualTo(bytes("newer"));
  }

  @Test
  void aLeaseThatIsBrokenAsItIsRenewedIsNot() {
    Lease mine = leased();
    store.before("set", () -> other.remove(key));
    assertThat(mine.renew(LONG)).isFalse();
    assertThat(other.readOrLease(key, LONG)).isInstanceOf(Granted.class);
  }

  @Test
  void aReleaseLeavesTheLeaseThatCameBetween() {
    Lease mine = leased();
    store.before(
        "delete",
        () -> {
          other.remove(key);
          assertThat(other.readOrLease(key, LONG)).isInstanceOf(Granted.class);
        });
    mine.release();
    assertThat(view.readOrLease(key, LONG)).isInstanceOf(Held.class);
  }

  @Test
  void aPutAcrossAClearIsFound() {
    view.put(key, bytes("older"), LONG);
    store.before("set", other::clear);
    view.put(key, bytes("new"), LONG);
    assertThat(other.get(key)).isEqualTo(bytes("new"));
  }

  @Test
  void manyPutsAcrossAClearAreFound() {
    view.put(key, bytes("older"), LONG);
    store.before("set", other::clear);
    view.putAll(List.of(new Put(key, bytes("new"), LONG), new Put(key + "2", bytes("two"), LONG)));
    assertThat(other.readAll(List.of(key, key + "2"))).hasSize(2);
  }

  @Test
  void aTouchLeavesTheValueThatWasPutBetween() {
    view.put(key, bytes("one"), LONG);
    store.before("set", () -> other.put(key, bytes("new"), LONG));
    assertThat(view.touch(key, LONG.multipliedBy(2))).isTrue();
    assertThat(other.get(key)).isEqualTo(bytes("new"));
  }

  @Test
  void aTouchDoesNotBringBackWhatWasRemovedBetween() {
    view.put(key, bytes("one"), LONG);
    store.before("set", () -> other.remove(key));
    assertThat(view.touch(key, LONG)).isFalse();
    assertThat(other.get(key)).isNull();
  }

  @Test
  void aComparedRemoveLeavesTheValueThatWasPutBetween() {
    view.put(key, bytes("one"), LONG);
    store.before("delete", () -> other.put(key, bytes("new"), LONG));
    assertThat(view.removeIf(key, bytes("one"))).isFalse();
    assertThat(other.get(key)).isEqualTo(bytes("new"));
  }
}
