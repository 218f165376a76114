package dev.larder;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Refreshes in the background beside reads, evicts, clears and closing: no read is outdated (I5),
 * and nothing stays behind, in any order of the steps.
 */
class RefreshedReadsRaceTest {
  public static class OfOneProcess extends RefreshedReads {
    public OfOneProcess() {
      super(Refresher.local());
    }
  }

  public static class OfTwoProcesses extends RefreshedReads {
    public OfTwoProcesses() {
      this(new ModelledServer(Refresher.TTL));
    }

    private OfTwoProcesses(ModelledServer server) {
      super(Refresher.over(server), Refresher.over(server));
    }
  }

  /** Removes the entry without word to the refreshes under way. */
  public static class Unfenced extends OfOneProcess {
    @Override
    void evict(Engine engine, Object key) {
      engine.tiers.local.remove(key);
    }
  }

  /** A refresh begins, an evict comes and goes, and the refresh keeps what it found. */
  private static final Scenario LATE_REFRESH =
      Scenario.of(List.of("find 0", "work 0"), List.of("save 0")).after("find 0").then("find 0");

  /** The same where the evict is another process's. */
  private static final Scenario LATE_REFRESH_ELSEWHERE =
      Scenario.of(List.of("find 0", "work 0"), List.of("save 1")).after("find 0").then("find 1");

  private static final Scenario CLEARED =
      Scenario.of(List.of("find 0", "work 0"), List.of("reload 0")).after("find 0").then("find 0");

  private static final Scenario CLOSED =
      Scenario.of(List.of("find 0", "work 0"), List.of("close 0")).after("find 0").then("find 0");

  @Test
  void noReadOfOneProcessIsOutdated() {
    ModelChecking.exploreSome(
        OfOneProcess.class, RefreshedReads.AllFresh.class, LATE_REFRESH, CLEARED, CLOSED);
  }

  @Test
  void noReadOfTwoProcessesIsOutdated() {
    ModelChecking.exploreSome(
        OfTwoProcesses.class, RefreshedReads.AllFresh.class, LATE_REFRESH, LATE_REFRESH_ELSEWHERE);
  }

  @Test
  void anEvictThatARefreshDoesNotSeeIsFound() {
    ModelChecking.findBroken(Unfenced.class, RefreshedReads.AllFresh.class, LATE_REFRESH);
  }
}
