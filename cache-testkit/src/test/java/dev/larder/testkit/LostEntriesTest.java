package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Evicts of what the store has lost, and another process's local tier still has. */
@Timeout(60)
class LostEntriesTest {
  private final FakeClock clock = new FakeClock();
  private final FakeStore store = FakeStore.on(clock);
  private final CacheManager here = manager(store);
  private final CacheManager there = manager(store.connect());

  private CacheManager manager(FakeStore connection) {
    return CacheManager.builder()
        .ticker(clock)
        .chain(CacheContract.CHAIN, Managers.over(connection, true))
        .build();
  }

  private Cache<Long, String> here() {
    return here.cache(CacheContract.USERS);
  }

  private Cache<Long, String> there() {
    return there.cache(CacheContract.USERS);
  }

  @BeforeEach
  void thereAloneHasTwoEntries() {
    here();
    there().put(1L, "old");
    there().put(2L, "kept");
    store.remove(here().keyText(1L));
    assertThat(there().localHit(1L)).isEqualTo("old");
    assertThat(here().get(1L)).isNull();
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  private void assertGoneThere() {
    assertThat(there().localHit(1L)).isNull();
    assertThat(there().get(1L)).isNull();
    assertThat(there().localHit(2L)).isEqualTo("kept");
  }

  @Test
  void i6_anEvictReachesThem() {
    here().evict(1L);
    assertGoneThere();
  }

  @Test
  void i6_anEvictOfAGivenValueReachesThem() {
    assertThat(here().evict(1L, "old")).isFalse();
    assertGoneThere();
  }

  @Test
  void i6_aPatternReachesThemAndNoOthers() {
    assertThat(here().evictMatching("[1]")).isZero();
    assertGoneThere();
  }
}
