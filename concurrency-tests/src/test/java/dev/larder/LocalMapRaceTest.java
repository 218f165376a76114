package dev.larder;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What threads write to a local cache has the results of some order of whole operations. */
class LocalMapRaceTest {
  private static final Scenario TWO_CLAIMS =
      Scenario.of(List.of("putIfAbsent 1"), List.of("putIfAbsent 2"));
  private static final Scenario PUT_AND_TOUCH =
      Scenario.of(List.of("put 2"), List.of("touch")).after("put 1").then("lookup");

  private static final Scenario CLEAR_AND_TOUCH =
      Scenario.of(List.of("clear"), List.of("touch")).after("put 1").then("lookup");

  @Test
  void operationsAreWhole() {
    ModelChecking.explore(
        LocalMap.class, LocalMap.Variable.class, TWO_CLAIMS, PUT_AND_TOUCH, CLEAR_AND_TOUCH);
  }

  @Test
  void aLookAndAPutInsteadOfOneStepIsFound() {
    ModelChecking.findBroken(LocalMap.LookThenPut.class, LocalMap.Variable.class, TWO_CLAIMS);
  }

  @Test
  void aLookAndATouchInsteadOfOneStepIsFound() {
    ModelChecking.findBroken(
        LocalMap.LookThenTouch.class, LocalMap.Variable.class, CLEAR_AND_TOUCH);
  }
}
