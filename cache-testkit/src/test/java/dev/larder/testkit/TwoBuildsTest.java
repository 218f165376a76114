package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheSpec;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import dev.larder.ValueType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two builds whose value types differ share a store: the rolling deploy. */
class TwoBuildsTest extends Managers {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final CacheSpec<Long, String> OLD_BUILD = build(1);
  private static final CacheSpec<Long, String> NEW_BUILD = build(2);

  private final Cache<Long, String> old = here(OLD_BUILD);
  private final Cache<Long, String> young = there(NEW_BUILD);

  TwoBuildsTest() {
    super(2, store -> over(store, false));
  }

  private static CacheSpec<Long, String> build(long fingerprint) {
    ValueType<String> type = ValueType.of("java.lang.String", fingerprint, true);
    return CacheSpec.of(CHAIN, "users", KeyShape.single(PartTypes.LONG), type).ttl(LIFE);
  }

  private static long loads(Cache<?, ?> cache) {
    return cache.stats().loads();
  }

  @Test
  void eachLoadsOnceAndBothAreServed() {
    for (int i = 0; i < 10; i++) {
      assertThat(old.get(1L, key -> "old")).isEqualTo("old");
      assertThat(young.get(1L, key -> "new")).isEqualTo("new");
    }
    assertThat(loads(old)).isEqualTo(1);
    assertThat(loads(young)).isEqualTo(1);
    assertThat(young.stats().foreignValues()).isEqualTo(1);
    assertThat(young.stats().storeFailures()).isZero();
  }

  @Test
  void anEvictOfEitherIsSeenByBoth() {
    old.get(1L, key -> "old");
    young.get(1L, key -> "new");
    old.evict(1L);
    assertThat(old.get(1L)).isNull();
    assertThat(young.get(1L)).isNull();
    old.get(1L, key -> "old");
    young.get(1L, key -> "new");
    young.evict(1L);
    assertThat(old.get(1L)).isNull();
    assertThat(young.get(1L)).isNull();
  }

  @Test
  void aPutOfOneLeavesNothingOfTheOther() {
    old.get(1L, key -> "old");
    young.get(1L, key -> "new");
    old.put(1L, "put");
    assertThat(young.get(1L)).isNull();
    assertThat(old.get(1L)).isEqualTo("put");
  }

  @Test
  void aPutIfAbsentOfOneLeavesNothingOfTheOther() {
    old.get(1L, key -> "old");
    assertThat(young.putIfAbsent(1L, "new")).isNull();
    assertThat(old.get(1L)).isNull();
    assertThat(young.get(1L)).isEqualTo("new");
  }

  @Test
  void i5_whatIsEvictedDuringTheLoadIsNotCarriedOver() {
    old.get(1L, key -> "old");
    String loaded =
        young.get(
            1L,
            key -> {
              old.evict(1L);
              return "new";
            });
    assertThat(loaded).isEqualTo("new");
    assertThat(old.get(1L)).isNull();
    assertThat(young.get(1L)).isNull();
  }

  @Test
  void i7_whatIsCarriedOverDoesNotLiveLonger() {
    old.get(1L, key -> "old");
    elapse(Duration.ofMinutes(6));
    young.get(1L, key -> "new");
    assertThat(young.timeToLive(1L)).isEqualTo(Duration.ofMinutes(4));
    elapse(Duration.ofMinutes(4));
    assertThat(old.get(1L)).isNull();
    assertThat(young.get(1L)).isNull();
  }

  @Test
  void i7_theTimeOfTheLoadIsLived() {
    old.get(1L, key -> "old");
    young.get(
        1L,
        key -> {
          elapse(Duration.ofSeconds(9));
          return "new";
        });
    assertThat(old.timeToLive(1L)).isEqualTo(LIFE.minusSeconds(9));
  }

  @Test
  void aRefreshKeepsOnlyWhatItLoaded() {
    old.get(1L, key -> "old");
    young.refresh(1L, key -> "new");
    assertThat(old.get(1L)).isNull();
    assertThat(young.get(1L)).isEqualTo("new");
  }
}
