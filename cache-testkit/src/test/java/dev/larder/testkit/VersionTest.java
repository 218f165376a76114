package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.Cache;
import dev.larder.CacheSpec;
import dev.larder.CacheValidationException;
import dev.larder.KeyShape;
import dev.larder.PartTypes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The versions of a cache. */
class VersionTest extends Managers {
  VersionTest() {
    super(1, store -> over(store, true));
  }

  @Test
  void aVersionKnowsWhatLaterOpenersStated() {
    here(CacheSpec.of(CHAIN, "users", KeyShape.single(PartTypes.LONG)));
    Cache<Long, String> second = here(USERS.ttl(Duration.ofMinutes(1))).version(2);
    second.put(1L, "one");
    assertThat(second.get(1L)).isEqualTo("one");
    elapse(Duration.ofMinutes(1));
    assertThat(second.get(1L)).isNull();
  }

  @Test
  void eachVersionHasItsStats() {
    here().get(1L, key -> "one");
    here().version(2);
    assertThat(here.stats()).containsOnlyKeys("users", "users~2");
    assertThat(here.stats().get("users").loads()).isEqualTo(1);
    assertThat(here.stats().get("users~2").loads()).isZero();
  }

  @Test
  void aNegativeVersionIsRefused() {
    assertThatThrownBy(() -> here().version(-1))
        .isInstanceOf(CacheValidationException.class)
        .hasMessage("version must not be negative, but was -1");
  }
}
