package dev.larder.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checker takes for an outdated read, and what not. */
class CheckerTest {
  private static final Duration BOUND = Duration.ofNanos(10);

  private final Checker checker = new Checker(BOUND);

  private static Event write(long version, long begin, long end) {
    return new Event(Event.Kind.WRITE, 7, version, begin, end);
  }

  private static Event read(long version, long begin, long end) {
    return new Event(Event.Kind.READ, 7, version, begin, end);
  }

  @Test
  void whoReadsWhatWasWrittenLastIsRight() {
    checker.check(List.of(List.of(write(2, 10, 20)), List.of(read(2, 21, 22))));

    assertThat(checker.findings()).isEmpty();
    assertThat(checker.reads()).isEqualTo(1);
    assertThat(checker.writes()).isEqualTo(1);
  }

  @Test
  void anOldValueWithinTheBoundIsMeasured() {
    checker.check(List.of(List.of(write(2, 10, 20)), List.of(read(1, 30, 31))));

    assertThat(checker.findings()).isEmpty();
    assertThat(checker.oldest()).isEqualTo(Duration.ofNanos(10));
  }

  @Test
  void anOldValueBeyondTheBoundIsFound() {
    checker.check(List.of(List.of(write(2, 10, 20)), List.of(read(1, 31, 32))));

    assertThat(checker.findings())
        .singleElement()
        .asString()
        .contains("outdated for PT0.000000011S");
  }

  @Test
  void itIsFoundInALaterTurnToo() {
    checker.check(List.of(List.of(write(2, 10, 20))));
    checker.check(List.of(List.of(read(1, 31, 32))));

    assertThat(checker.findings()).hasSize(1);
  }

  @Test
  void aReadThatBeganBeforeTheWriteWasAcknowledgedMayGetEither() {
    checker.check(List.of(List.of(write(2, 10, 50)), List.of(read(1, 45, 90), read(2, 15, 16))));

    assertThat(checker.findings()).isEmpty();
  }

  @Test
  void aProcessReadsWhatItHasWrittenAtOnce() {
    checker.check(List.of(List.of(write(2, 10, 20), read(1, 21, 22))));

    assertThat(checker.findings()).singleElement().asString().contains("the same process");
  }

  @Test
  void theYoungerOfTwoWritesCountsWhicheverWasAcknowledgedFirst() {
    checker.check(List.of(List.of(write(3, 12, 14), write(2, 10, 20)), List.of(read(2, 40, 41))));

    assertThat(checker.findings()).hasSize(1);
  }

  @Test
  void whoMayHaveWaitedForAReadOfItsProcessIsExcused() {
    checker.check(List.of(List.of(write(2, 10, 20)), List.of(read(1, 5, 60), read(1, 50, 60))));

    assertThat(checker.findings()).isEmpty();
    assertThat(checker.excused()).isEqualTo(1);
  }

  @Test
  void whoBeganAfterThatReadHadEndedIsNot() {
    checker.check(List.of(List.of(write(2, 10, 20)), List.of(read(1, 5, 40), read(1, 50, 60))));

    assertThat(checker.findings()).hasSize(1);
  }

  @Test
  void norIsWhoWaitedForOneThatWasOutdatedItself() {
    checker.check(List.of(List.of(write(2, 10, 20)), List.of(read(1, 40, 70), read(1, 50, 60))));

    assertThat(checker.findings()).hasSize(2);
  }

  @Test
  void norIsWhoReadAlone() {
    checker.check(List.of(List.of(write(2, 10, 20)), List.of(read(1, 50, 60))));

    assertThat(checker.findings()).hasSize(1);
  }

  @Test
  void aVersionThatNobodyWroteIsFound() {
    checker.check(List.of(List.of(write(2, 10, 20)), List.of(read(3, 21, 22))));
    checker.check(List.of(List.of(new Event(Event.Kind.READ, 8, 2, 1, 2))));

    assertThat(checker.findings()).hasSize(2);
  }
}
