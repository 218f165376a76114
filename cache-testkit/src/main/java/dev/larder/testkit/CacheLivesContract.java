package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.CacheSpec;
import dev.larder.CacheValidationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a cache holds its entries, over any chain. */
public interface CacheLivesContract extends CacheContract {
  /** The time to live of the caches here. */
  Duration TTL = Duration.ofMinutes(5);

  /** A time that is short beside it, and longer than any tick. */
  Duration MOMENT = Duration.ofSeconds(1);

  private CacheSpec<Long, String> timed() {
    return USERS.ttl(TTL);
  }

  @Test
  default void i7_anEntryIsServedUntilItsTimeIsOverAndNoLonger() {
    here(timed()).put(1L, "one");
    elapse(TTL.minus(MOMENT));
    assertThat(here(timed()).get(1L)).isEqualTo("one");
    assertThat(there(timed()).get(1L)).isEqualTo("one");
    elapse(MOMENT);
    assertThat(here(timed()).localHit(1L)).isNull();
    assertThat(there(timed()).localHit(1L)).isNull();
    assertThat(here(timed()).get(1L)).isNull();
    assertThat(there(timed()).get(1L)).isNull();
    assertThat(there(timed()).contains(1L)).isFalse();
  }

  @Test
  default void i7_aLoadedEntryLivesAsLong() {
    here(timed()).get(1L, key -> "one");
    elapse(TTL.minus(MOMENT));
    assertThat(there(timed()).get(1L)).isEqualTo("one");
    elapse(MOMENT);
    assertThat(here(timed()).get(1L, key -> "two")).isEqualTo("two");
    assertThat(there(timed()).get(1L, key -> "three")).isEqualTo("two");
  }

  @Test
  default void i7_aLocalEntryEndsWithTheDistributedOneItCameFrom() {
    here(timed()).put(1L, "one");
    elapse(TTL.minus(MOMENT));
    there(timed()).get(1L);
    elapse(MOMENT);
    assertThat(there(timed()).localHit(1L)).isNull();
    assertThat(there(timed()).get(1L)).isNull();
  }

  @Test
  default void readingDoesNotLengthenALife() {
    here(timed()).put(1L, "one");
    elapse(TTL.dividedBy(2));
    here(timed()).get(1L, key -> "two");
    elapse(TTL.dividedBy(2));
    assertThat(here(timed()).get(1L)).isNull();
  }

  @Test
  default void aPutMayHaveATimeToLiveOfItsOwn() {
    here(timed()).put(1L, "short", MOMENT);
    here(timed()).putAll(Map.of(2L, "long"), TTL.multipliedBy(2));
    here(timed()).put(3L, "endless", Duration.ZERO);
    elapse(MOMENT);
    assertThat(there(timed()).get(1L)).isNull();
    elapse(TTL);
    assertThat(there(timed()).get(2L)).isEqualTo("long");
    elapse(TTL);
    assertThat(there(timed()).get(2L)).isNull();
    elapse(Duration.ofDays(1_000));
    assertThat(there(timed()).get(3L)).isEqualTo("endless");
  }

  @Test
  default void aNegativeTimeToLiveIsRefused() {
    assertThatThrownBy(() -> here().put(1L, "one", Duration.ofSeconds(-1)))
        .isInstanceOf(CacheValidationException.class)
        .hasMessage("timeToLive must not be negative, but was PT-1S");
    assertThat(here().get(1L)).isNull();
  }

  @Test
  default void withoutATimeToLiveEntriesHaveNoEnd() {
    here().put(1L, "one");
    elapse(Duration.ofDays(10_000));
    assertThat(there().get(1L)).isEqualTo("one");
  }

  @Test
  default void i7_aLifeShorterThanAnyTickEnds() {
    CacheSpec<Long, String> brief = USERS.ttl(Duration.ofNanos(1));
    here(brief).put(1L, "one");
    elapse(MOMENT);
    assertThat(here(brief).get(1L)).isNull();
    assertThat(there(brief).get(1L)).isNull();
  }

  @Test
  default void aNullLivesForItsOwnTime() {
    CacheSpec<Long, String> nulls = timed().nullTtl(MOMENT);
    here(nulls).get(1L, key -> null);
    here(nulls).get(2L, key -> "two");
    elapse(MOMENT);
    assertThat(there(nulls).get(1L, key -> "created")).isEqualTo("created");
    assertThat(there(nulls).get(2L)).isEqualTo("two");
  }

  @Test
  default void aNullLivesNoLongerThanAValue() {
    CacheSpec<Long, String> nulls = timed().nullTtl(TTL.multipliedBy(2));
    here(nulls).get(1L, key -> null);
    elapse(TTL);
    assertThat(there(nulls).contains(1L)).isFalse();
  }

  @Test
  default void theLocalTierMayForgetSooner() {
    CacheSpec<Long, String> local = timed().localTtl(MOMENT);
    here(local).put(1L, "one");
    elapse(MOMENT);
    assertThat(here(local).localHit(1L)).isNull();
  }

  @Test
  default void jitterShortensLivesAndNeverTakesTheirEnd() {
    CacheSpec<Long, String> jittered = timed().jitter(1);
    for (long key = 0; key < 200; key++) {
      here(jittered).put(key, "value");
    }
    elapse(TTL.dividedBy(2));
    long alive = 0;
    for (long key = 0; key < 200; key++) {
      alive += here(jittered).contains(key) ? 1 : 0;
    }
    assertThat(alive).as("of lives spread evenly up to the TTL").isBetween(40L, 160L);
    elapse(TTL.dividedBy(2));
    for (long key = 0; key < 200; key++) {
      assertThat(here(jittered).contains(key)).isFalse();
    }
  }

  @Test
  default void jitterLeavesALifeWithoutEnd() {
    CacheSpec<Long, String> jittered = USERS.jitter(1);
    here(jittered).put(1L, "one");
    elapse(Duration.ofDays(10_000));
    assertThat(there(jittered).get(1L)).isEqualTo("one");
  }

  @Test
  default void jitterTakesNoMoreThanItsShare() {
    CacheSpec<Long, String> jittered = timed().jitter(0.5);
    for (long key = 0; key < 100; key++) {
      here(jittered).put(key, "value");
    }
    elapse(TTL.dividedBy(2).minus(MOMENT));
    for (long key = 0; key < 100; key++) {
      assertThat(here(jittered).contains(key)).isTrue();
    }
  }
}
