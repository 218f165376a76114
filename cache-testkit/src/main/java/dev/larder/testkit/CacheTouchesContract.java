package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheValidationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Lives that are asked for and changed, over a chain whose store, if it has one, knows how long its
 * entries have to live.
 */
public interface CacheTouchesContract extends CacheContract {
  @Test
  default void touchCountsTheNewLifeFromNow() {
    Cache<Long, String> cache = here(USERS.ttl(Duration.ofMinutes(1)));
    cache.put(1L, "one");
    elapse(Duration.ofSeconds(59));
    assertThat(there(USERS).touch(1L, Duration.ofMinutes(1))).isTrue();
    elapse(Duration.ofSeconds(59));
    assertThat(cache.get(1L)).isEqualTo("one");
    assertThat(there(USERS).touch(1L, Duration.ZERO)).isTrue();
    elapse(Duration.ofDays(100));
    assertThat(cache.get(1L)).isEqualTo("one");
  }

  @Test
  default void i7_touchMayShortenALifeForBoth() {
    here().put(1L, "one");
    there().get(1L);
    here().touch(1L, Duration.ofSeconds(5));
    elapse(Duration.ofSeconds(5));
    assertThat(here().get(1L)).isNull();
    assertThat(there().get(1L)).isNull();
  }

  @Test
  default void touchFindsNothingWhereNothingIs() {
    assertThat(here().touch(1L, Duration.ofMinutes(1))).isFalse();
    here().put(1L, "one", Duration.ofMinutes(1));
    elapse(Duration.ofMinutes(1));
    assertThat(here().touch(1L, Duration.ofMinutes(1))).isFalse();
    assertThatThrownBy(() -> here().touch(1L, Duration.ofNanos(-1)))
        .isInstanceOf(CacheValidationException.class)
        .hasMessageContaining("timeToLive must not be negative, but was PT-0.000000001S");
  }

  @Test
  default void timeToLiveIsWhatIsLeft() {
    assertThat(here().timeToLive(1L)).isNull();
    here().put(1L, "one", Duration.ofMinutes(2));
    elapse(Duration.ofMinutes(1));
    assertThat(there().timeToLive(1L)).isEqualTo(Duration.ofMinutes(1));
    elapse(Duration.ofMinutes(1));
    assertThat(there().timeToLive(1L)).isNull();
    here().put(1L, "one", Duration.ZERO);
    assertThat(there().timeToLive(1L)).isZero();
  }
}
