package dev.larder;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No read gives a version older than the last completed write (I5), in any order of the steps. */
class FreshReadsRaceTest {
  public static class OfOneProcess extends FreshReads {
    public OfOneProcess() {
      super(Engine.local());
    }
  }

  public static class OfTwoProcesses extends FreshReads {
    public OfTwoProcesses() {
      this(new ModelledServer());
    }

    OfTwoProcesses(ModelledServer server) {
      super(Engine.over(server), Engine.over(server));
    }
  }

  /** Removes the entry without word to the loads under way. */
  public static class Unfenced extends OfOneProcess {
    @Override
    void evict(Engine engine, Object key) {
      engine.tiers.local.remove(key);
    }
  }

  /** The order that comes to mind first: one's own tier, then the one behind it. */
  public static class LocalFirst extends OfTwoProcesses {
    @Override
    void evict(Engine engine, Object key) {
      engine.tiers.dropLocal(key);
      engine.tiers.distributed.remove(key);
      engine.tiers.distributed.tellEvicted(List.of(key));
    }
  }

  /** A server that takes a loaded value without asking whether its lease still stands. */
  public static class Unleased extends OfTwoProcesses {
    public Unleased() {
      super(
          new ModelledServer() {
            @Override
            synchronized boolean fill(Object key, String token, Integer value) {
              return put(key, value);
            }
          });
    }
  }

  /** A load begins, a write comes and goes, and the load keeps what it found. */
  private static final Scenario STALE_FILL =
      Scenario.of(List.of("find 0"), List.of("save 0")).then("find 0");

  /** The local tier forgets, and is filled once more from the distributed one. */
  private static final Scenario STALE_PROMOTION =
      Scenario.of(List.of("find 0"), List.of("save 0")).after("find 0").then("find 0");

  /** A process fills the distributed tier after another has written. */
  private static final Scenario LATE_FILL =
      Scenario.of(List.of("find 0"), List.of("save 1")).then("find 1");

  @Test
  void noReadOfOneProcessIsOutdated() {
    ModelChecking.explore(OfOneProcess.class, FreshReads.AllFresh.class, STALE_FILL);
  }

  @Test
  void noReadOfTwoProcessesIsOutdated() {
    ModelChecking.explore(
        OfTwoProcesses.class, FreshReads.AllFresh.class, STALE_PROMOTION, LATE_FILL);
  }

  @Test
  void anEvictThatTheFenceDoesNotSeeIsFound() {
    ModelChecking.findBroken(Unfenced.class, FreshReads.AllFresh.class, STALE_FILL);
  }

  @Test
  void anEvictThatBeginsWithTheLocalTierIsFound() {
    ModelChecking.findBroken(LocalFirst.class, FreshReads.AllFresh.class, STALE_PROMOTION);
  }

  @Test
  void aFillWithoutItsLeaseIsFound() {
    ModelChecking.findBroken(Unleased.class, FreshReads.AllFresh.class, LATE_FILL);
  }
}
