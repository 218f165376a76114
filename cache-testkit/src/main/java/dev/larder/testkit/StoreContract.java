package dev.larder.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Announcing;
import dev.larder.spi.Bulk;
import dev.larder.spi.Clearing;
import dev.larder.spi.Comparing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Messaging;
import dev.larder.spi.Scanning;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every store must do. The test of a store implements this and the contract of each of its
 * capabilities: {@link ExpiringContract}, {@link LeasingContract}, {@link MessagingContract},
 * {@link ScanningContract}, {@link ComparingContract}, {@link BulkContract}, {@link
 * ClearingContract}, {@link AnnouncingContract}, and where it both leases and scans {@link
 * LeaseScanningContract}. A store that counts is tested by {@link CountingContract} too. Keys are
 * new for each test, so that they may share a server.
 *
 * @param <S> the store
 */
public interface StoreContract<S extends Store> {
  /** A time to live that no test waits for the end of. */
  Duration LONG = Duration.ofHours(1);

  /** A time to live that tests wait for the end of. */
  Duration SHORT = Duration.ofSeconds(2);

  /** A connection; the same one during one test. */
  S store();

  /** Another connection to the same contents, as another process has one; the same for a test. */
  S other();

  /** Lets time pass, in which stored things end. */
  void elapse(Duration time);

  /** A key that no test has used. */
  default String newKey() {
    return "contract:1:test:" + UUID.randomUUID();
  }

  /** Some bytes, as a value. */
  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  default void eachCapabilityIsTested() {
    Map<Class<?>, Class<?>> contracts =
        Map.of(
            Expiring.class, ExpiringContract.class,
            Leasing.class, LeasingContract.class,
            Messaging.class, MessagingContract.class,
            Scanning.class, ScanningContract.class,
            Comparing.class, ComparingContract.class,
            Bulk.class, BulkContract.class,
            Announcing.class, AnnouncingContract.class,
            Clearing.CacheStore.class, ClearingContract.class);
    contracts.forEach(
        (capability, contract) ->
            assertThat(contract.isInstance(this))
                .as("a test of a store that is %s implements %s", capability, contract)
                .isEqualTo(capability.isInstance(store())));
    assertThat(this instanceof LeaseScanningContract)
        .isEqualTo(this instanceof LeasingContract && this instanceof ScanningContract);
  }

  @Test
  default void hasAName() {
    assertThat(store().name()).isNotBlank();
  }

  @Test
  default void holdsNothingUnderANewKey() {
    assertThat(store().get(newKey())).isNull();
  }

  @Test
  default void givesWhatAnyConnectionPut() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    assertThat(store().get(key)).isEqualTo(bytes("one"));
    assertThat(other().get(key)).isEqualTo(bytes("one"));
  }

  @Test
  default void putReplacesWhatIsThere() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    other().put(key, bytes("two"), LONG);
    assertThat(store().get(key)).isEqualTo(bytes("two"));
  }

  @Test
  default void bytesComeBackAsTheyAre() {
    String key = newKey();
    byte[] all = new byte[512];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    store().put(key, all, LONG);
    assertThat(other().get(key)).isEqualTo(all);
    store().put(key, new byte[0], LONG);
    assertThat(other().get(key)).isEmpty();
  }

  @Test
  default void isNotChangedByWhatCallersDoToTheirBytes() {
    String key = newKey();
    byte[] mine = bytes("one");
    store().put(key, mine, LONG);
    mine[0] = 'X';
    assertThat(store().get(key)).isEqualTo(bytes("one"));
  }

  @Test
  default void removedForOneIsRemovedForAll() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    assertThat(other().remove(key)).isTrue();
    assertThat(store().get(key)).isNull();
    assertThat(store().remove(key)).isFalse();
  }

  @Test
  default void keysThatLookAlikeAreTwo() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    for (String other :
        new String[] {
          key + ":", key + "%20", key.replace("contract", "CONTRACT"), key + "é", "*"
        }) {
      assertThat(store().get(other)).as(other).isNull();
    }
  }

  @Test
  default void aVeryLongKeyIsAKey() {
    String key = newKey() + ":" + "x".repeat(1_000);
    store().put(key + "1", bytes("one"), LONG);
    store().put(key + "2", bytes("two"), LONG);
    assertThat(store().get(key + "1")).isEqualTo(bytes("one"));
    assertThat(store().get(key + "2")).isEqualTo(bytes("two"));
  }

  @Test
  default void i7_isGoneWhenItsTimeIsOver() {
    String key = newKey();
    store().put(key, bytes("one"), SHORT);
    assertThat(store().get(key)).isEqualTo(bytes("one"));
    elapse(SHORT);
    assertThat(store().get(key)).isNull();
    assertThat(store().remove(key)).isFalse();
  }

  @Test
  default void i7_theShortestTimeIsNotForEver() {
    String key = newKey();
    store().put(key, bytes("one"), Duration.ofNanos(1));
    elapse(SHORT);
    assertThat(store().get(key)).isNull();
  }

  @Test
  default void zeroIsNoEnd() {
    String key = newKey();
    store().put(key, bytes("one"), SHORT);
    store().put(key, bytes("two"), Duration.ZERO);
    elapse(SHORT);
    assertThat(store().get(key)).isEqualTo(bytes("two"));
  }

  @Test
  default void aTimeBeyondAllTimesIsTaken() {
    String key = newKey();
    store().put(key, bytes("one"), Duration.ofDays(365 * 400));
    assertThat(store().get(key)).isEqualTo(bytes("one"));
  }

  @Test
  default void closesTwiceAsOnce() {
    other().close();
    other().close();
    assertThat(store().get(newKey())).isNull();
  }
}
