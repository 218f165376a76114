package dev.larder.testkit;

import static dev.larder.testkit.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Expiring;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that tells and changes remaining lives.
 *
 * @param <S> the store
 */
public interface ExpiringContract<S extends Store & Expiring> extends StoreContract<S> {
  @Test
  default void readsNothingWhereNothingIs() {
    assertThat(store().read(newKey())).isNull();
  }

  @Test
  default void readsTheBytesWithWhatIsLeftOfTheirLife() {
    String key = newKey();
    store().put(key, bytes("one"), Duration.ofMinutes(10));
    elapse(SHORT);
    assertRest(other().read(key), Duration.ofMinutes(10).minus(SHORT));
  }

  @Test
  default void zeroIsLeftOfALifeWithoutEnd() {
    String key = newKey();
    store().put(key, bytes("one"), Duration.ZERO);
    assertRest(store().read(key), Duration.ZERO);
  }

  @Test
  default void i7_readsNothingWhoseTimeIsOver() {
    String key = newKey();
    store().put(key, bytes("one"), SHORT);
    elapse(SHORT);
    assertThat(store().read(key)).isNull();
  }

  @Test
  default void touchCountsTheNewLifeFromNow() {
    String key = newKey();
    store().put(key, bytes("one"), SHORT);
    assertThat(other().touch(key, LONG)).isTrue();
    elapse(SHORT);
    assertRest(store().read(key), LONG.minus(SHORT));
  }

  @Test
  default void touchWithZeroTakesTheEndAway() {
    String key = newKey();
    store().put(key, bytes("one"), SHORT);
    assertThat(store().touch(key, Duration.ZERO)).isTrue();
    elapse(SHORT);
    assertRest(store().read(key), Duration.ZERO);
  }

  @Test
  default void touchFindsNothingWhereNothingIsLeft() {
    String key = newKey();
    assertThat(store().touch(key, LONG)).isFalse();
    store().put(key, bytes("one"), SHORT);
    elapse(SHORT);
    assertThat(store().touch(key, LONG)).isFalse();
    assertThat(store().get(key)).isNull();
  }

  /** Whole seconds may be all that a store counts in; never is more left than there is. */
  private static void assertRest(@Nullable Stored stored, Duration rest) {
    Duration least = rest.minusSeconds(rest.isZero() ? 0 : 5);
    assertThat(stored)
        .isInstanceOfSatisfying(
            Stored.class,
            found -> {
              assertThat(found.value()).isEqualTo(bytes("one"));
              assertThat(found.remaining()).isBetween(least, rest);
            });
  }
}
