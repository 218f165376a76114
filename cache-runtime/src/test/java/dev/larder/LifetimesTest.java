package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The lives that settings make, without a clock. */
class LifetimesTest {
  private static final Duration TTL = Duration.ofMinutes(5);

  private static Lifetimes of(CacheSettings settings) {
    return Lifetimes.of(settings);
  }

  @Test
  void withoutSettingsNothingEndsAndNoNullIsKept() {
    assertThat(of(CacheSettings.NONE).life("value")).isZero();
    assertThat(of(CacheSettings.NONE).localLife(Duration.ZERO)).isZero();
    assertThat(of(CacheSettings.NONE).keeps(null)).isFalse();
    assertThat(of(CacheSettings.NONE).keeps("value")).isTrue();
  }

  @Test
  void aNullLivesForTheShorterOfItsTimes() {
    CacheSettings settings = CacheSettings.NONE.withNullTtl(TTL);
    assertThat(of(settings).life(null)).isEqualTo(TTL);
    assertThat(of(settings.withTtl(TTL.dividedBy(2))).life(null)).isEqualTo(TTL.dividedBy(2));
    assertThat(of(settings.withTtl(TTL.multipliedBy(2))).life(null)).isEqualTo(TTL);
  }

  @Test
  void i7_theLocalLifeIsNeverMoreThanTheRest() {
    Lifetimes lives = of(CacheSettings.NONE.withLocalTtl(TTL));
    assertThat(lives.localLife(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    assertThat(lives.localLife(Duration.ZERO)).isEqualTo(TTL);
    assertThat(lives.localLife(TTL.multipliedBy(2))).isEqualTo(TTL);
  }

  @Test
  void jitterOnlySubtractsAndNeverReachesNoEnd() {
    for (Duration ttl :
        new Duration[] {
          Duration.ofNanos(1),
          TTL,
          Duration.ofNanos((1L << 53) + 3),
          Duration.ofDays(365 * 250),
          Duration.ofDays(365 * 400)
        }) {
      Lifetimes lives = of(CacheSettings.NONE.withTtl(ttl).withLocalTtl(ttl).withJitter(1));
      Lifetimes least = of(CacheSettings.NONE.withTtl(ttl).withJitter(Double.MIN_VALUE));
      for (int i = 0; i < 1_000; i++) {
        assertThat(lives.life("value")).isPositive().isLessThanOrEqualTo(ttl);
        assertThat(lives.localLife(Duration.ZERO)).isPositive().isLessThanOrEqualTo(ttl);
        assertThat(least.life("value")).isPositive().isLessThanOrEqualTo(ttl);
      }
    }
  }
}
