package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.MessageCount.Look;
import dev.larder.MessageCount.Step;
import dev.larder.MessageCount.Verdict;
import org.junit.jupiter.api.Test;

/** What numbers say of messages, in every order in which messages and looks can meet. */
class MessageCountTest {
  private static final long PATIENCE = MessageCount.PATIENCE.toNanos();
  private final MessageCount count = new MessageCount();

  private Verdict looked(long nowNanos, long last) {
    return count.answered(count.look(nowNanos), last, nowNanos);
  }

  @Test
  void countingBeginsWithTheFirstMessageOrTheFirstLook() {
    assertThat(count.isUnknown()).isTrue();
    assertThat(count.heard(7)).isEqualTo(Step.FIRST);
    assertThat(count.isUnknown()).isFalse();
    assertThat(count.heard(8)).isEqualTo(Step.NEXT);
    MessageCount other = new MessageCount();
    assertThat(other.answered(other.look(0), 7, 0)).isEqualTo(Verdict.FIRST);
    assertThat(other.heard(8)).isEqualTo(Step.NEXT);
  }

  @Test
  void aChannelThatHasNoMessageYetBeginsWithItsFirst() {
    assertThat(looked(0, 0)).isEqualTo(Verdict.FIRST);
    assertThat(looked(1, 0)).isEqualTo(Verdict.SOUND);
    assertThat(count.heard(1)).isEqualTo(Step.NEXT);
  }

  @Test
  void aNumberThatDoesNotFollowIsAGapAndCountingGoesOnFromIt() {
    count.heard(7);
    assertThat(count.heard(9)).isEqualTo(Step.GAP);
    assertThat(count.heard(10)).isEqualTo(Step.NEXT);
    assertThat(count.heard(1)).isEqualTo(Step.GAP);
    assertThat(count.heard(2)).isEqualTo(Step.NEXT);
    assertThat(count.heard(2)).isEqualTo(Step.GAP);
  }

  @Test
  void whatIsNotCountedLeavesTheCountAlone() {
    assertThat(count.heard(0)).isEqualTo(Step.NEXT);
    assertThat(count.isUnknown()).isTrue();
    count.heard(7);
    assertThat(count.heard(0)).isEqualTo(Step.NEXT);
    assertThat(count.heard(8)).isEqualTo(Step.NEXT);
  }

  @Test
  void whatCouldNotBeCountedIsAGapAndCountingBeginsAnew() {
    count.heard(7);
    assertThat(count.heard(-1)).isEqualTo(Step.GAP);
    assertThat(count.isUnknown()).isTrue();
    assertThat(count.heard(-1)).isEqualTo(Step.GAP);
    assertThat(count.heard(Long.MIN_VALUE)).isEqualTo(Step.GAP);
    assertThat(count.heard(8)).isEqualTo(Step.FIRST);
  }

  @Test
  void aLookIsSoundWhenAllItToldOfWasHeardAtItsAnswer() {
    count.heard(7);
    Look look = count.look(0);
    count.heard(8);
    count.heard(9);
    assertThat(count.answered(look, 9, 1)).isEqualTo(Verdict.SOUND);
    assertThat(looked(2, 9)).isEqualTo(Verdict.SOUND);
    Look slow = count.look(3);
    count.heard(10);
    assertThat(count.answered(slow, 9, 4)).isEqualTo(Verdict.SOUND);
  }

  @Test
  void aMessageOnItsWayIsNotLostYet() {
    count.heard(7);
    assertThat(looked(0, 8)).isEqualTo(Verdict.UNDECIDED);
    assertThat(looked(PATIENCE - 1, 8)).isEqualTo(Verdict.UNDECIDED);
    assertThat(count.heard(8)).isEqualTo(Step.NEXT);
    assertThat(looked(PATIENCE, 8)).isEqualTo(Verdict.SOUND);
  }

  @Test
  void aMessageThatDoesNotComeIsLost() {
    count.heard(7);
    assertThat(looked(0, 8)).isEqualTo(Verdict.UNDECIDED);
    assertThat(looked(PATIENCE, 9)).isEqualTo(Verdict.LOST);
    assertThat(looked(PATIENCE + 1, 9)).isEqualTo(Verdict.SOUND);
    assertThat(count.heard(10)).isEqualTo(Step.NEXT);
  }

  @Test
  void eachMessageHasItsOwnTimeToArrive() {
    count.heard(7);
    assertThat(looked(0, 8)).isEqualTo(Verdict.UNDECIDED);
    count.heard(8);
    assertThat(looked(PATIENCE, 9)).isEqualTo(Verdict.UNDECIDED);
    assertThat(looked(2 * PATIENCE - 1, 9)).isEqualTo(Verdict.UNDECIDED);
    assertThat(looked(2 * PATIENCE, 9)).isEqualTo(Verdict.LOST);
  }

  @Test
  void theTimeToArriveBeginsWithTheAnswerAndEndsWithTheNextQuestion() {
    count.heard(7);
    Look first = count.look(0);
    assertThat(count.answered(first, 8, PATIENCE)).isEqualTo(Verdict.UNDECIDED);
    Look second = count.look(PATIENCE + 1);
    assertThat(count.answered(second, 8, 3 * PATIENCE)).isEqualTo(Verdict.UNDECIDED);
    assertThat(looked(3 * PATIENCE, 8)).isEqualTo(Verdict.LOST);
  }

  @Test
  void aNumberBelowWhatWasHeardBeforeTheLookIsThatOfACountThatWentBack() {
    count.heard(7);
    assertThat(looked(0, 3)).isEqualTo(Verdict.LOST);
    assertThat(count.heard(4)).isEqualTo(Step.NEXT);
    assertThat(looked(1, 0)).isEqualTo(Verdict.LOST);
    assertThat(count.heard(1)).isEqualTo(Step.NEXT);
  }

  @Test
  void aStoreThatLostCountBeginsFarBeyondWhichALookOrAMessageFinds() {
    count.heard(7);
    assertThat(looked(0, 1_000_000)).isEqualTo(Verdict.UNDECIDED);
    assertThat(looked(PATIENCE, 1_000_000)).isEqualTo(Verdict.LOST);
    assertThat(count.heard(1_000_001)).isEqualTo(Step.NEXT);
    assertThat(looked(PATIENCE + 1, 2_000_000)).isEqualTo(Verdict.UNDECIDED);
    assertThat(count.heard(2_000_001)).isEqualTo(Step.GAP);
    assertThat(looked(PATIENCE + 2, 2_000_001)).isEqualTo(Verdict.SOUND);
  }

  @Test
  void aLookThatABreakOvertookSaysNothing() {
    count.heard(7);
    Look beforeGap = count.look(0);
    count.heard(9);
    assertThat(count.answered(beforeGap, 7, 1)).isEqualTo(Verdict.UNDECIDED);
    assertThat(count.heard(10)).isEqualTo(Step.NEXT);
    Look beforeInterruption = count.look(2);
    count.interrupted();
    assertThat(count.answered(beforeInterruption, 10, 3)).isEqualTo(Verdict.UNDECIDED);
    assertThat(count.isUnknown()).isTrue();
    Look beforeLostCount = count.look(4);
    count.heard(1);
    assertThat(count.answered(beforeLostCount, 10, 5)).isEqualTo(Verdict.UNDECIDED);
    assertThat(count.heard(2)).isEqualTo(Step.NEXT);
  }

  @Test
  void afterAnInterruptionCountingBeginsAnew() {
    count.heard(7);
    looked(0, 9);
    count.interrupted();
    assertThat(looked(PATIENCE, 9)).isEqualTo(Verdict.FIRST);
    assertThat(looked(2 * PATIENCE, 9)).isEqualTo(Verdict.SOUND);
  }

  @Test
  void ofTwoLooksThatMeetBothAreSound() {
    Look one = count.look(0);
    Look other = count.look(1);
    assertThat(count.answered(other, 7, 2)).isEqualTo(Verdict.FIRST);
    assertThat(count.answered(one, 7, 3)).isEqualTo(Verdict.SOUND);
    Look early = count.look(4);
    count.heard(8);
    Look late = count.look(5);
    assertThat(count.answered(late, 8, 6)).isEqualTo(Verdict.SOUND);
    assertThat(count.answered(early, 7, 7)).isEqualTo(Verdict.SOUND);
  }
}
