package dev.larder.testkit;

import static dev.larder.testkit.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Scanning;
import dev.larder.spi.Store;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a store must do that walks its keys.
 *
 * @param <S> the store
 */
public interface ScanningContract<S extends Store & Scanning> extends StoreContract<S> {
  private Set<String> scanned(String beginning) {
    Set<String> keys = new HashSet<>();
    store().scan(beginning, keys::add);
    return keys;
  }

  @Test
  default void scanGivesTheKeysThatBeginSo() {
    String beginning = newKey();
    other().put(beginning + ":1", bytes("one"), LONG);
    other().put(beginning + ":2", bytes("two"), LONG);
    other().put(newKey(), bytes("three"), LONG);
    assertThat(scanned(beginning + ":"))
        .containsExactlyInAnyOrder(beginning + ":1", beginning + ":2");
  }

  @Test
  default void scanReadsNothingIntoItsBeginning() {
    String key = newKey();
    store().put(key + "x", bytes("one"), LONG);
    for (String glob : new String[] {"*", "?", "[a-z]", "[^a]", "\\x"}) {
      assertThat(scanned(key + glob)).as(glob).isEmpty();
      store().put(key + glob + "y", bytes("two"), LONG);
      assertThat(scanned(key + glob)).as(glob).containsExactly(key + glob + "y");
    }
  }

  @Test
  default void scanGivesEachOfManyKeys() {
    String beginning = newKey() + ":";
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 2_500; i++) {
      keys.add(beginning + i);
      store().put(beginning + i, bytes("one"), LONG);
    }
    assertThat(scanned(beginning)).isEqualTo(keys);
  }

  @Test
  default void whatAScanFindsCanBeRemovedMeanwhile() {
    String beginning = newKey() + ":";
    for (int i = 0; i < 100; i++) {
      store().put(beginning + i, bytes("one"), LONG);
    }
    store().scan(beginning, store()::remove);
    assertThat(scanned(beginning)).isEmpty();
  }
}
