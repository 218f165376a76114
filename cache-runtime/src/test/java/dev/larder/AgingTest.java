package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.clock.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AgingTest {
  private static final Duration TTL = Duration.ofSeconds(300);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long END = TTL.toNanos();

  private static Aging refreshingAfter(long seconds, double jitter) {
    return Aging.of(StaleSettings.NONE.withRefreshAfter(Duration.ofSeconds(seconds)), TTL, jitter);
  }

  private static Aging early(double beta) {
    return Aging.of(StaleSettings.NONE.withEarlyRefresh(beta), TTL, 0);
  }

  private static Aging stale(Duration staleTtl) {
    return Aging.of(StaleSettings.NONE.withStaleTtl(staleTtl), TTL, 0);
  }

  @Test
  void whatIsNotAskedForIsNot() {
    assertThat(Aging.of(StaleSettings.NONE, TTL, 0)).isEqualTo(Aging.NONE);
    assertThat(Aging.of(StaleSettings.BUILT_IN, TTL, 0).isNone()).isTrue();
  }

  @Test
  void anEntryIsDueWhenSoMuchOfItsLifeIsOver() {
    assertThat(refreshingAfter(240, 0).dueAt(END, SECOND)).isEqualTo(240 * SECOND);
  }

  @Test
  void jitterNeverMakesAnEntryDueWhenItIsMade() {
    for (double jitter : new double[] {0.1, 0.5, 0.9}) {
      long shortest = (long) (END * (1 - jitter));
      assertThat(refreshingAfter(1, jitter).dueAt(shortest, 0))
          .isBetween((long) (SECOND * (1 - jitter)) - 1_000, shortest);
      assertThat(refreshingAfter(1, jitter).dueAt(END, 0)).isBetween(SECOND - 1_000, Clock.NEVER);
    }
  }

  @Test
  void aRefreshThatWouldComeAfterTheEndOrHasNoneToCountFromDoesNotTakePlace() {
    assertThat(refreshingAfter(300, 0).isNone()).isTrue();
    assertThat(refreshingAfter(301, 0).isNone()).isTrue();
    assertThat(refreshingAfter(240, 0).dueAt(Clock.NEVER, 0)).isEqualTo(Clock.NEVER);
    Aging endless =
        Aging.of(StaleSettings.NONE.withRefreshAfter(Duration.ofSeconds(1)), Duration.ZERO, 0);
    assertThat(endless.isNone()).isTrue();
  }

  @Test
  void earlyRefreshesComeOnAverageOneLoadTimesBetaBeforeTheEnd() {
    double[] before =
        LongStream.range(0, 20_000).mapToDouble(i -> END - early(2).dueAt(END, SECOND)).toArray();
    double mean = Arrays.stream(before).average().orElseThrow();
    // The mean of an exponential distribution; 20,000 draws come within a tenth of it.
    assertThat(mean).isBetween(1.8 * SECOND, 2.2 * SECOND);
    assertThat(Arrays.stream(before).min().orElseThrow()).isNotNegative();
  }

  @Test
  void withoutAnyLoadNothingIsEarly() {
    assertThat(early(1).dueAt(END, 0)).isEqualTo(Clock.NEVER);
  }

  @Test
  void anEntryIsFreshUntilNoMoreThanTheStaleTimeIsLeft() {
    Aging aging = stale(TTL);
    assertThat(aging.whole(TTL)).isEqualTo(TTL.multipliedBy(2));
    assertThat(aging.freshRest(TTL.plusNanos(1))).isEqualTo(Duration.ofNanos(1));
    assertThat(aging.freshRest(TTL)).isNull();
    assertThat(aging.freshUntil(TTL.multipliedBy(2), 5)).isEqualTo(END + 5);
  }

  @Test
  void whatHasNoEndHasNone() {
    Aging aging = stale(TTL);
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
    assertThat(aging.whole(Duration.ZERO)).isZero();
    assertThat(aging.whole(ages)).isEqualTo(ages);
    assertThat(aging.freshRest(Duration.ZERO)).isZero();
    assertThat(aging.freshUntil(Duration.ZERO, 0)).isEqualTo(Clock.NEVER);
    Aging longest = stale(ages);
    assertThat(longest.whole(TTL)).isGreaterThan(Duration.ofDays(30_000));
    assertThat(longest.freshRest(longest.whole(TTL))).isEqualTo(TTL);
    assertThat(longest.freshUntil(longest.whole(TTL), 0)).isEqualTo(END);
  }
}
