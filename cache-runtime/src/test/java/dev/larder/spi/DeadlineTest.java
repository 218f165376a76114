package dev.larder.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a store may wait. */
class DeadlineTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private static long left() {
    return Deadline.nanosLeft(Long.MAX_VALUE);
  }

  @Test
  void whereNothingIsSetItIsAsLongAsTheStoreWants() {
    assertThat(Deadline.nanosLeft(7)).isEqualTo(7);
    assertThat(left()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void itIsNoLongerThanTheBudgetNorThanTheStoreWants() {
    assertThat(Deadline.within(HOUR, DeadlineTest::left)).isPositive().isLessThan(HOUR.toNanos());
    assertThat(Deadline.<Long>within(HOUR, () -> Deadline.nanosLeft(7))).isEqualTo(7);
  }

  @Test
  void anInnerBudgetEndsNoLaterThanTheOuterOne() {
    assertThat(Deadline.<Long>within(HOUR, () -> Deadline.within(DAY, DeadlineTest::left)))
        .isLessThan(HOUR.toNanos());
    assertThat(Deadline.<Long>within(DAY, () -> Deadline.within(HOUR, DeadlineTest::left)))
        .isLessThan(HOUR.toNanos());
  }

  @Test
  void whatIsOverIsZeroAndNotLess() {
    assertThat(Deadline.within(Duration.ZERO, DeadlineTest::left)).isZero();
  }

  @Test
  void aBudgetWithoutMeasureDoesNotOverflow() {
    assertThat(Deadline.within(Duration.ofSeconds(Long.MAX_VALUE), DeadlineTest::left))
        .isGreaterThan(DAY.toNanos());
  }

  @Test
  void afterTheCallTheOuterOneHoldsAgainHoweverItEnded() {
    AtomicLong afterInner = new AtomicLong();
    Deadline.within(
        DAY,
        () -> {
          assertThatThrownBy(
                  () ->
                      Deadline.within(
                          HOUR,
                          () -> {
                            throw new IllegalStateException("down");
                          }))
              .hasMessage("down");
          afterInner.set(left());
          return "";
        });
    assertThat(afterInner.get()).isGreaterThan(HOUR.toNanos()).isLessThan(DAY.toNanos());
    assertThat(left()).isEqualTo(Long.MAX_VALUE);
  }
}
