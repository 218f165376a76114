package dev.larder.testkit;

import static dev.larder.testkit.StoreContract.bytes;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Bulk;
import dev.larder.spi.Bulk.Put;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that reads and writes many entries at once.
 *
 * @param <S> the store
 */
public interface BulkContract<S extends Store & Bulk> extends StoreContract<S> {
  private List<String> newKeys(int count) {
    return Stream.generate(this::newKey).limit(count).toList();
  }

  @Test
  default void readsThoseThatHaveAValue() {
    List<String> keys = newKeys(3);
    store().put(keys.get(0), bytes("one"), LONG);
    store().put(keys.get(2), bytes(""), LONG);
    Map<String, Stored> found = other().readAll(keys);
    assertThat(found).containsOnlyKeys(keys.get(0), keys.get(2));
    assertThat(requireNonNull(found.get(keys.get(0))).value()).isEqualTo(bytes("one"));
    assertThat(requireNonNull(found.get(keys.get(2))).value()).isEmpty();
  }

  @Test
  default void i7_tellsNoMoreThanTheRestOfLife() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    Duration rest = requireNonNull(other().readAll(List.of(key)).get(key)).remaining();
    if (rest != null) {
      assertThat(rest).isBetween(LONG.minusMinutes(1), LONG);
    }
  }

  @Test
  default void putsEachWithItsOwnTime() {
    List<String> keys = newKeys(3);
    store()
        .putAll(
            List.of(
                new Put(keys.get(0), bytes("short"), SHORT),
                new Put(keys.get(1), bytes("long"), LONG),
                new Put(keys.get(2), bytes("endless"), Duration.ZERO)));
    assertThat(other().readAll(keys)).containsOnlyKeys(keys);
    elapse(SHORT);
    assertThat(other().readAll(keys)).containsOnlyKeys(keys.get(1), keys.get(2));
  }

  @Test
  default void removesThoseThatAreThere() {
    List<String> keys = newKeys(3);
    store().put(keys.get(0), bytes("one"), LONG);
    store().put(keys.get(1), bytes("two"), LONG);
    assertThat(other().removeAll(keys)).isEqualTo(2);
    assertThat(store().readAll(keys)).isEmpty();
    assertThat(other().removeAll(keys)).isZero();
  }

  @Test
  default void manyKeysAreNotTooMany() {
    List<String> keys = newKeys(3_000);
    store().putAll(keys.stream().map(key -> new Put(key, bytes(key), LONG)).toList());
    Map<String, Stored> found = other().readAll(keys);
    assertThat(found).containsOnlyKeys(keys);
    found.forEach((key, stored) -> assertThat(stored.value()).isEqualTo(bytes(key)));
    assertThat(store().removeAll(keys)).isEqualTo(keys.size());
  }

  @Test
  default void noKeysAreFewEnough() {
    assertThat(store().readAll(List.of())).isEmpty();
    store().putAll(List.of());
    assertThat(store().removeAll(List.of())).isZero();
  }

  @Test
  default void aKeyNamedTwiceIsOneKey() {
    String key = newKey();
    store().put(key, bytes("one"), LONG);
    assertThat(store().readAll(List.of(key, key))).containsOnlyKeys(key);
    assertThat(store().removeAll(List.of(key, key))).isEqualTo(1);
  }
}
