package dev.larder.testkit;

import static dev.larder.testkit.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Comparing;
import dev.larder.spi.Store;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that compares before it removes.
 *
 * @param <S> the store
 */
public interface ComparingContract<S extends Store & Comparing> extends StoreContract<S> {
  @Test
  default void removesWhatIsAsExpected() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    assertThat(other().removeIf(key, bytes("one"))).isTrue();
    assertThat(store().get(key)).isNull();
  }

  @Test
  default void leavesWhatIsNotAsExpected() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    for (String expected : new String[] {"", "on", "One", "one "}) {
      assertThat(store().removeIf(key, bytes(expected))).as(expected).isFalse();
    }
    assertThat(store().get(key)).isEqualTo(bytes("one"));
  }

  @Test
  default void removesNothingWhereNothingIs() {
    String key = newKey();
    assertThat(store().removeIf(key, bytes("one"))).isFalse();
    store().put(key, bytes("one"), SHORT);
    elapse(SHORT);
    assertThat(store().removeIf(key, bytes("one"))).isFalse();
  }
}
