package dev.larder;

import dev.larder.internal.load.Load;
import dev.larder.internal.load.Load.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However many ask for a key that is missing, one loads it (I4). */
class OneLoadRaceTest {
  public static class InOneProcess extends Loads {
    public InOneProcess() {
      super(Engine.local());
    }
  }

  public static class InTwoProcesses extends Loads {
    public InTwoProcesses() {
      this(new ModelledServer());
    }

    InTwoProcesses(ModelledServer server) {
      super(Engine.over(server), Engine.over(server));
    }
  }

  /** Does not look at the local tier again when it has registered its load. */
  public static class WithoutAnotherLook extends InOneProcess {
    @Override
    Integer find(Engine engine, Object key) {
      Entry<Integer> entry = engine.tiers.local.live(key);
      return entry != null ? entry.value() : loadOrWait(engine, key);
    }

    private Integer loadOrWait(Engine engine, Object key) {
      try (LoadRun<Integer> run = LoadRun.reading(engine.tiers, key)) {
        Load<Integer> joined = run.join();
        return value(joined == null ? run.refresh(this::load) : joined.await(Duration.ZERO));
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts", e);
      }
    }

    private static Integer value(Outcome<Integer> outcome) {
      return ((Outcome.Loaded<Integer>) outcome).value();
    }
  }

  /** Grants every lease. */
  public static class GenerousServer extends InTwoProcesses {
    public GenerousServer() {
      super(
          new ModelledServer() {
            @Override
            synchronized String claim(Object key) {
              return lease(key);
            }
          });
    }
  }

  private static final Scenario TWO_READS = Scenario.of(List.of("find 0"), List.of("find 0"));
  private static final Scenario TWO_PROCESSES = Scenario.of(List.of("find 0"), List.of("find 1"));

  @Test
  void oneThreadOfAProcessLoads() {
    ModelChecking.explore(InOneProcess.class, Loads.One.class, TWO_READS);
  }

  @Test
  void oneProcessLoads() {
    ModelChecking.explore(InTwoProcesses.class, Loads.One.class, TWO_READS, TWO_PROCESSES);
  }

  @Test
  void aLoadWithoutAnotherLookIsFound() {
    ModelChecking.findBroken(WithoutAnotherLook.class, Loads.One.class, TWO_READS);
  }

  @Test
  void aLeaseForEverybodyIsFound() {
    ModelChecking.findBroken(GenerousServer.class, Loads.One.class, TWO_PROCESSES);
  }
}
