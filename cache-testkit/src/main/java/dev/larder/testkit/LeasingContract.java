package dev.larder.testkit;

import static dev.larder.testkit.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Leasing;
import dev.larder.spi.Leasing.Found;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Held;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that grants leases.
 *
 * @param <S> the store
 */
public interface LeasingContract<S extends Store & Leasing> extends StoreContract<S> {
  private static String token() {
    return UUID.randomUUID().toString();
  }

  private String leased(String key) {
    String mine = token();
    assertThat(store().readOrLease(key, mine, LONG)).isEqualTo(new Granted());
    return mine;
  }

  private void assertFree(String key) {
    assertThat(other().readOrLease(key, token(), LONG)).isEqualTo(new Granted());
  }

  @Test
  default void findsAValueAndGrantsNothing() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    String mine = token();
    assertThat(store().readOrLease(key, mine, LONG)).isInstanceOf(Found.class);
    assertThat(store().fill(key, mine, bytes("two"), LONG)).isFalse();
    assertThat(store().get(key)).isEqualTo(bytes("one"));
  }

  @Test
  default void tellsTheRestOfLifeOfWhatItFinds() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    assertThat(other().readOrLease(key, token(), LONG))
        .isInstanceOfSatisfying(
            Found.class,
            found -> {
              assertThat(found.stored().value()).isEqualTo(bytes("one"));
              assertThat(found.stored().remaining()).isBetween(LONG.minusMinutes(1), LONG);
            });
    store().put(key, bytes("two"), Duration.ZERO);
    assertThat(other().readOrLease(key, token(), LONG))
        .isInstanceOfSatisfying(
            Found.class, found -> assertThat(found.stored().remaining()).isZero());
  }

  @Test
  default void i4_grantsAMissingKeyToOneCallerAtATime() {
    String key = newKey();
    leased(key);
    assertThat(other().readOrLease(key, token(), LONG))
        .isInstanceOfSatisfying(
            Held.class, held -> assertThat(held.remaining()).isBetween(LONG.minusMinutes(1), LONG));
  }

  @Test
  default void aLeaseIsNoValue() {
    String key = newKey();
    leased(key);
    assertThat(other().get(key)).isNull();
    assertThat(other().remove(key)).isFalse();
  }

  @Test
  default void aFillUnderALeaseIsStoredAndEndsIt() {
    String key = newKey();
    String mine = leased(key);
    assertThat(store().fill(key, mine, bytes("one"), SHORT)).isTrue();
    assertThat(other().get(key)).isEqualTo(bytes("one"));
    assertThat(store().fill(key, mine, bytes("two"), LONG)).isFalse();
    elapse(SHORT);
    assertFree(key);
  }

  @Test
  default void i5_aFillAfterARemoveIsRefused() {
    String key = newKey();
    String mine = leased(key);
    other().remove(key);
    assertThat(store().fill(key, mine, bytes("old"), LONG)).isFalse();
    assertThat(store().get(key)).isNull();
  }

  @Test
  default void i5_aFillAfterAPutIsRefused() {
    String key = newKey();
    String mine = leased(key);
    other().put(key, bytes("new"), LONG);
    assertThat(store().fill(key, mine, bytes("old"), LONG)).isFalse();
    assertThat(store().get(key)).isEqualTo(bytes("new"));
  }

  @Test
  default void i5_aFillIsRefusedEvenWhenTheKeyIsLeasedAnew() {
    String key = newKey();
    String mine = leased(key);
    store().remove(key);
    assertFree(key);
    assertThat(store().fill(key, mine, bytes("old"), LONG)).isFalse();
    assertThat(store().get(key)).isNull();
  }

  @Test
  default void aRemovedKeyCanBeLeasedAtOnce() {
    String key = newKey();
    leased(key);
    store().remove(key);
    assertFree(key);
  }

  @Test
  default void aLeaseEndsByItself() {
    String key = newKey();
    String mine = token();
    store().readOrLease(key, mine, SHORT);
    elapse(SHORT);
    assertThat(store().fill(key, mine, bytes("late"), LONG)).isFalse();
    assertThat(store().get(key)).isNull();
    assertFree(key);
  }

  @Test
  default void aReleasedLeaseIsFree() {
    String key = newKey();
    String mine = leased(key);
    store().release(key, mine);
    assertFree(key);
    assertThat(store().fill(key, mine, bytes("late"), LONG)).isFalse();
  }

  @Test
  default void nobodyReleasesTheLeaseOfAnother() {
    String key = newKey();
    String mine = leased(key);
    other().release(key, token());
    assertThat(store().fill(key, mine, bytes("one"), LONG)).isTrue();
  }

  @Test
  default void aLeaseThatIsTakenEndsTheOneBefore() {
    String key = newKey();
    String before = leased(key);
    String mine = token();
    other().lease(key, mine, LONG);
    assertThat(store().fill(key, before, bytes("old"), LONG)).isFalse();
    assertThat(other().fill(key, mine, bytes("new"), LONG)).isTrue();
    assertThat(store().get(key)).isEqualTo(bytes("new"));
  }

  @Test
  default void aLeaseTakenOnAValueLeavesItReadable() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    String mine = token();
    store().lease(key, mine, LONG);
    assertThat(other().get(key)).isEqualTo(bytes("one"));
    assertThat(other().readOrLease(key, token(), LONG)).isInstanceOf(Found.class);
    assertThat(store().fill(key, mine, bytes("two"), LONG)).isTrue();
    assertThat(other().get(key)).isEqualTo(bytes("two"));
  }

  @Test
  default void i5_aPutBreaksALeaseTakenOnAValue() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    String mine = token();
    store().lease(key, mine, LONG);
    other().put(key, bytes("new"), LONG);
    assertThat(store().fill(key, mine, bytes("old"), LONG)).isFalse();
    assertThat(store().get(key)).isEqualTo(bytes("new"));
  }
}
