package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheConfigurationException;
import org.junit.jupiter.api.Test;

/** A store that cannot walk its keys, behind a local tier that can. */
class UnwalkableStoreTest extends Managers {
  UnwalkableStoreTest() {
    super(1, store -> over(new PlainStore(store), true));
  }

  @Test
  void aPatternThatIsRefusedEvictsNothing() {
    here().put(1L, "one");
    assertThatThrownBy(() -> here().evictMatching("1"))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("cannot walk its keys");
    assertThat(here().localHit(1L)).isEqualTo("one");
    assertThat(store.get("larder:1:users:1")).isNotNull();
  }
}
