package dev.larder.testkit;

import static dev.larder.testkit.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Leasing;
import dev.larder.spi.Leasing.Answer;
import dev.larder.spi.Leasing.Found;
import dev.larder.spi.Leasing.Granted;
import dev.larder.spi.Leasing.Held;
import dev.larder.spi.Leasing.Lease;
import dev.larder.spi.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that grants leases.
 *
 * @param <S> the store
 */
public interface LeasingContract<S extends Store & Leasing> extends StoreContract<S> {
  private Lease leased(String key) {
    return granted(store().readOrLease(key, LONG)).lease();
  }

  private static Granted granted(Answer answer) {
    assertThat(answer).isInstanceOf(Granted.class);
    return (Granted) answer;
  }

  private void assertFree(String key) {
    granted(other().readOrLease(key, LONG));
  }

  @Test
  default void findsAValueAndGrantsNothing() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    assertThat(store().readOrLease(key, LONG)).isInstanceOf(Found.class);
    assertThat(granted(other().tryLease(key, LONG)).present()).isNotNull();
  }

  @Test
  default void tellsTheRestOfLifeOfWhatItFinds() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    assertThat(other().readOrLease(key, LONG))
        .isInstanceOfSatisfying(
            Found.class,
            found -> {
              assertThat(found.stored().value()).isEqualTo(bytes("one"));
              assertThat(found.stored().remaining()).isBetween(LONG.minusMinutes(1), LONG);
            });
    store().put(key, bytes("two"), Duration.ZERO);
    assertThat(other().readOrLease(key, LONG))
        .isInstanceOfSatisfying(
            Found.class, found -> assertThat(found.stored().remaining()).isZero());
  }

  @Test
  default void i4_grantsAMissingKeyToOneCallerAtATime() {
    String key = newKey();
    leased(key);
    assertThat(other().readOrLease(key, LONG))
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
    Lease mine = leased(key);
    assertThat(mine.fill(bytes("one"), SHORT)).isTrue();
    assertThat(other().get(key)).isEqualTo(bytes("one"));
    assertThat(mine.fill(bytes("two"), LONG)).isFalse();
    elapse(SHORT);
    assertFree(key);
  }

  @Test
  default void i5_aFillAfterARemoveIsRefused() {
    String key = newKey();
    Lease mine = leased(key);
    other().remove(key);
    assertThat(mine.fill(bytes("old"), LONG)).isFalse();
    assertThat(store().get(key)).isNull();
  }

  @Test
  default void i5_aFillAfterAPutIsRefused() {
    String key = newKey();
    Lease mine = leased(key);
    other().put(key, bytes("new"), LONG);
    assertThat(mine.fill(bytes("old"), LONG)).isFalse();
    assertThat(store().get(key)).isEqualTo(bytes("new"));
  }

  @Test
  default void i5_aFillIsRefusedEvenWhenTheKeyIsLeasedAnew() {
    String key = newKey();
    Lease mine = leased(key);
    store().remove(key);
    assertFree(key);
    assertThat(mine.fill(bytes("old"), LONG)).isFalse();
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
    Lease mine = granted(store().readOrLease(key, SHORT)).lease();
    elapse(SHORT);
    assertThat(mine.fill(bytes("late"), LONG)).isFalse();
    assertThat(store().get(key)).isNull();
    assertFree(key);
  }

  @Test
  default void aReleasedLeaseIsFree() {
    String key = newKey();
    Lease mine = leased(key);
    mine.release();
    assertFree(key);
    assertThat(mine.fill(bytes("late"), LONG)).isFalse();
  }

  @Test
  default void aLeaseThatIsOverReleasesNothing() {
    String key = newKey();
    Lease broken = leased(key);
    store().remove(key);
    Lease mine = granted(other().readOrLease(key, LONG)).lease();
    broken.release();
    assertThat(mine.fill(bytes("one"), LONG)).isTrue();
  }

  @Test
  default void aRenewedLeaseLastsLonger() {
    String key = newKey();
    Lease mine = granted(store().readOrLease(key, SHORT)).lease();
    assertThat(mine.renew(LONG)).isTrue();
    elapse(SHORT);
    assertThat(mine.fill(bytes("one"), LONG)).isTrue();
  }

  @Test
  default void aBrokenLeaseIsNotRenewed() {
    String key = newKey();
    Lease mine = leased(key);
    other().remove(key);
    assertThat(mine.renew(LONG)).isFalse();
    assertFree(key);
  }

  @Test
  default void tryLeaseGivesTheValueThatIsThere() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    Granted granted = granted(store().tryLease(key, LONG));
    assertThat(granted.present())
        .satisfies(present -> assertThat(present.value()).isEqualTo(bytes("one")));
    assertThat(other().get(key)).isEqualTo(bytes("one"));
    assertThat(granted.lease().fill(bytes("two"), LONG)).isTrue();
    assertThat(other().get(key)).isEqualTo(bytes("two"));
  }

  @Test
  default void tryLeaseTakesALeaseFromNobody() {
    String key = newKey();
    Lease mine = leased(key);
    assertThat(other().tryLease(key, LONG)).isInstanceOf(Held.class);
    assertThat(mine.fill(bytes("one"), LONG)).isTrue();
    Lease second = granted(store().tryLease(key, LONG)).lease();
    assertThat(other().tryLease(key, LONG)).isInstanceOf(Held.class);
    second.release();
    granted(other().tryLease(key, LONG));
  }

  @Test
  default void i5_aWriteBreaksALeaseOnAValue() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    Lease first = granted(store().tryLease(key, LONG)).lease();
    other().put(key, bytes("new"), LONG);
    assertThat(first.fill(bytes("old"), LONG)).isFalse();
    Lease second = granted(store().tryLease(key, LONG)).lease();
    other().remove(key);
    assertThat(second.fill(bytes("old"), LONG)).isFalse();
    assertThat(store().get(key)).isNull();
  }

  @Test
  default void aLeaseThatIsTakenEndsTheOneBefore() {
    String key = newKey();
    Lease before = leased(key);
    Lease mine = other().lease(key, LONG).lease();
    assertThat(before.fill(bytes("old"), LONG)).isFalse();
    assertThat(mine.fill(bytes("new"), LONG)).isTrue();
    assertThat(store().get(key)).isEqualTo(bytes("new"));
  }

  @Test
  default void aLeaseTakenOnAValueLeavesItReadable() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    Lease mine = store().lease(key, LONG).lease();
    assertThat(other().get(key)).isEqualTo(bytes("one"));
    assertThat(other().readOrLease(key, LONG)).isInstanceOf(Found.class);
    assertThat(mine.fill(bytes("two"), LONG)).isTrue();
    assertThat(other().get(key)).isEqualTo(bytes("two"));
  }

  @Test
  default void i5_aPutBreaksALeaseTakenOnAValue() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    Lease mine = store().lease(key, LONG).lease();
    other().put(key, bytes("new"), LONG);
    assertThat(mine.fill(bytes("old"), LONG)).isFalse();
    assertThat(store().get(key)).isEqualTo(bytes("new"));
  }
}
