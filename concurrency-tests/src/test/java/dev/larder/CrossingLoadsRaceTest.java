package dev.larder;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Loaders that ask for each other's keys come to an end, in any order of the threads' steps. */
class CrossingLoadsRaceTest {
  private static final Scenario CIRCLE = Scenario.of(List.of("one"), List.of("two"));

  @Test
  void noCircleIsWaitedFor() {
    ModelChecking.explore(CrossingLoads.class, CrossingLoads.Values.class, CIRCLE);
  }

  @Test
  void waitingInACircleIsFound() {
    ModelChecking.findBroken(CrossingLoads.Memo.class, CrossingLoads.Values.class, CIRCLE);
  }
}
