package dev.larder;

import java.util.Arrays;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * The operations of {@link FreshReads} where each hit starts a refresh, with the refreshes done by
 * whichever thread comes to it, and the processes closed at any time.
 */
public abstract class RefreshedReads extends FreshReads {
  private final Refresher[] refreshers;

  RefreshedReads(Refresher... refreshers) {
    super(Arrays.stream(refreshers).map(each -> each.engine).toArray(Engine[]::new));
    this.refreshers = refreshers;
  }

  private Refresher refresher(int process) {
    return refreshers[process % refreshers.length];
  }

  @Override
  public String find(int process) {
    refresher(process).elapse();
    return super.find(process);
  }

  @Operation(params = "process")
  public void work(int process) {
    refresher(process).work();
  }

  @Operation(params = "process")
  public void close(int process) {
    refresher(process).close();
  }

  @Override
  public void idle() {
    for (Refresher each : refreshers) {
      each.requireIdle();
    }
  }

  /** Where each read is fresh. */
  public static class AllFresh extends FreshReads.AllFresh {
    public void work(int process) {}

    public void close(int process) {}
  }
}
