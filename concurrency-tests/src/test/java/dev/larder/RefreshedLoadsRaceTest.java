package dev.larder;

import java.util.List;
import org.junit.jupiter.api.Test;

/** However many hits find a due entry, one refresh of it is under way, and no load beside it. */
class RefreshedLoadsRaceTest {
  /** Two hits, each of which would begin a refresh. */
  private static final Scenario TWO_HITS =
      Scenario.of(List.of("find"), List.of("find")).after("find");

  /** A refresh that ends while the next one begins. */
  private static final Scenario TWO_REFRESHES =
      Scenario.of(List.of("work", "work"), List.of("find", "work")).after("find", "find");

  /** A refresh, and a load of what has lost its place in the local tier meanwhile. */
  private static final Scenario REFRESH_AND_LOAD =
      Scenario.of(List.of("work"), List.of("makeRoom", "find")).after("find", "find");

  @Test
  void thereIsOneAtATime() {
    ModelChecking.exploreSome(
        RefreshedLoads.class,
        RefreshedLoads.OneAtATime.class,
        TWO_HITS,
        TWO_REFRESHES,
        REFRESH_AND_LOAD);
  }
}
