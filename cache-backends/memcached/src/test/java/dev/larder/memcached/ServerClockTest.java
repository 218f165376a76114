package dev.larder.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerClockTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final ServerClock clock = new ServerClock();

  /** A server whose second began now, seen with this inaccuracy. */
  private void learn(long serverSecond, long width) {
    long now = ServerClock.localMillis();
    clock.learn(serverSecond, now - width, now);
  }

  @Test
  void whatHasNoEndHasNone() {
    assertThat(clock.end(Duration.ZERO)).isEqualTo(ServerClock.NEVER);
    assertThat(clock.rest(ServerClock.NEVER)).isZero();
    assertThat(clock.isOver(ServerClock.NEVER)).isFalse();
    assertThat(clock.seconds(Duration.ZERO)).isZero();
  }

  @Test
  void whatIsNotKnownIsNotTold() {
    assertThat(clock.end(HOUR)).isEqualTo(ServerClock.UNKNOWN);
    assertThat(clock.rest(12_345)).isNull();
    assertThat(clock.isOver(12_345)).isFalse();
    learn(1_000, 10);
    assertThat(clock.rest(ServerClock.UNKNOWN)).isNull();
    clock.forget();
    assertThat(clock.isKnown()).isFalse();
    assertThat(clock.end(HOUR)).isEqualTo(ServerClock.UNKNOWN);
  }

  @Test
  void i7_neverIsMoreLeftThanThereIs() {
    learn(1_000, 50);
    assertThat(clock.rest(clock.end(HOUR)))
        .isBetween(HOUR.minusSeconds(10), HOUR.minusMillis(1_050));
  }

  @Test
  void i7_neverIsMoreLeftHoweverLateTheServerLooksAtItsClock() {
    long now = ServerClock.localMillis();
    for (int late : new int[] {0, 1, 500, 999}) {
      for (int otherLate : new int[] {0, 1, 500, 999}) {
        ServerClock one = new ServerClock();
        ServerClock other = new ServerClock();
        one.learn(1_000, now + late - 20, now + late);
        other.learn(1_007, now + otherLate + 6_980, now + otherLate + 7_000);
        assertThat(other.rest(one.end(HOUR))).isLessThanOrEqualTo(HOUR);
        assertThat(one.rest(other.end(HOUR))).isLessThanOrEqualTo(HOUR);
        assertThat(other.isOver(one.end(Duration.ofMillis(1)))).isFalse();
      }
    }
  }

  @Test
  void severalLooksNarrowWhatIsKnown() {
    long now = ServerClock.localMillis();
    clock.learn(1_000, now + 880, now + 900);
    Duration wide = clock.rest(clock.end(HOUR));
    clock.learn(1_001, now + 1_080, now + 1_100);
    assertThat(clock.rest(clock.end(HOUR))).isGreaterThan(wide);
  }

  @Test
  void aClockThatWasSetIsLearntAnew() {
    learn(1_000, 10);
    learn(9_000, 10);
    assertThat(clock.end(HOUR)).isBetween(9_000_000L, 9_010_000L + HOUR.toMillis());
  }

  @Test
  void aShortLifeIsNotOverBeforeThatIsCertain() {
    learn(1_000, 50);
    long end = clock.end(Duration.ofMillis(20));
    assertThat(clock.rest(end)).isNull();
    assertThat(clock.isOver(end)).isFalse();
    assertThat(clock.isOver(end - 1_600)).isTrue();
  }

  @Test
  void secondsAreRoundedUpAndNeverToNever() {
    assertThat(clock.seconds(Duration.ofNanos(1))).isEqualTo(1);
    assertThat(clock.seconds(Duration.ofMillis(1_001))).isEqualTo(2);
    assertThat(clock.seconds(Duration.ofSeconds(2))).isEqualTo(2);
  }

  @Test
  void moreThanThirtyDaysIsADateByTheServersClock() {
    Duration life = Duration.ofDays(45);
    long server = System.currentTimeMillis() / 1_000 + Duration.ofDays(10).toSeconds();
    learn(server, 0);
    // Folsom adds this machine's time to it, which is ten days behind the server's.
    assertThat(clock.seconds(life))
        .isBetween(
            (int) Duration.ofDays(55).toSeconds() - 5, (int) Duration.ofDays(55).toSeconds() + 5);
  }

  @Test
  void moreThanThirtyDaysIsThirtyWhereTheServersClockIsNotKnown() {
    int almost = (int) Duration.ofDays(30).toSeconds() - 1;
    assertThat(clock.seconds(Duration.ofDays(45))).isEqualTo(almost);
    assertThat(clock.seconds(Duration.ofDays(30).minusSeconds(5))).isEqualTo(almost - 4);
  }

  @Test
  void aLocalClockFarAheadDoesNotEndALife() {
    learn(System.currentTimeMillis() / 1_000 - Duration.ofDays(100).toSeconds(), 0);
    assertThat(clock.seconds(Duration.ofDays(45)))
        .isEqualTo((int) Duration.ofDays(30).toSeconds() - 1);
  }

  @Test
  void aLifeBeyondAllTimesOverflowsNothing() {
    learn(System.currentTimeMillis() / 1_000, 0);
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    assertThat(clock.end(longest)).isPositive();
    assertThat(clock.rest(clock.end(longest))).isPositive();
    assertThat(clock.seconds(longest)).isPositive();
  }
}
