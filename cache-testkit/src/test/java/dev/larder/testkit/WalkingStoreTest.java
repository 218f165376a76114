package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store that cannot clear a cache at once is walked, and the neighbours are left alone. */
class WalkingStoreTest extends Managers {
  private static final CacheSpec<Long, String> NEIGHBOURS =
      CacheSpec.of(CHAIN, "users2", KeyShape.single(PartTypes.LONG), TEXT);

  WalkingStoreTest() {
    super(1, store -> over(new WalkingStore(store), false));
  }

  @Test
  void clearsByWalking() {
    here().putAll(Map.of(1L, "one", 2L, "two"));
    here(NEIGHBOURS).put(1L, "neighbour");
    here().clear();
    assertThat(here().getAll(List.of(1L, 2L))).isEmpty();
    assertThat(here(NEIGHBOURS).get(1L)).isEqualTo("neighbour");
  }

  @Test
  void evictsAPatternByWalking() {
    here().putAll(Map.of(1L, "one", 2L, "two", 11L, "eleven"));
    assertThat(here().evictMatching("1*")).isEqualTo(2);
    assertThat(here().getAll(List.of(1L, 2L, 11L))).containsOnlyKeys(2L);
  }
}
