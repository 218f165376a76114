package dev.larder;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When all writes of two processes have ended, local and distributed tiers agree. */
class SharedWritesRaceTest {
  private static final Scenario TWO_PUTS = Scenario.of(List.of("put 0 1"), List.of("put 0 2"));
  private static final Scenario PUT_AND_MESSAGE =
      Scenario.of(List.of("put 0 1"), List.of("put 1 2"));
  private static final Scenario PUT_AND_CLEAR = Scenario.of(List.of("put 0 1"), List.of("clear 0"));

  @Test
  void noLocalTierContradictsTheServer() {
    ModelChecking.explore(
        SharedWrites.class, SharedWrites.NoResults.class, TWO_PUTS, PUT_AND_MESSAGE, PUT_AND_CLEAR);
  }

  @Test
  void aPutOfOneStepIsFound() {
    ModelChecking.findBroken(SharedWrites.OneStep.class, SharedWrites.NoResults.class, TWO_PUTS);
  }

  @Test
  void aPutOfOneStepIsFoundBesideAMessage() {
    ModelChecking.findBroken(
        SharedWrites.OneStep.class, SharedWrites.NoResults.class, PUT_AND_MESSAGE);
  }
}
