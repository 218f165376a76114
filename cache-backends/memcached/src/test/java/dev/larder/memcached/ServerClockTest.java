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
    Duration rest = clock.rest(clock.end(HOUR));
    assertThat(rest).isBetween(HOUR.minusSeconds(10), HOUR.minusMillis(50));
  }

  @Test
  void i7_twoClientsThatSawTheServerDifferentlyTellNoMoreThanThereIs() {
    ServerClock other = new ServerClock();
    long now = ServerClock.localMillis();
    clock.learn(1_000, now - 80, now);
    other.learn(1_000, now - 90, now - 40);
    assertThat(other.rest(clock.end(HOUR))).isLessThanOrEqualTo(HOUR);
    assertThat(clock.rest(other.end(HOUR))).isLessThanOrEqualTo(HOUR);
  }

  @Test
  void aLifeShorterThanTheInaccuracyIsOver() {
    learn(1_000, 50);
    assertThat(clock.isOver(clock.end(Duration.ofMillis(20)))).isTrue();
    assertThat(clock.isOver(clock.end(Duration.ofNanos(1)))).isTrue();
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
