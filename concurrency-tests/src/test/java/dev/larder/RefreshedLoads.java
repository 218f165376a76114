package dev.larder;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Hits that start refreshes of a row that nobody writes, by loaders that meet if two run. */
public class RefreshedLoads {
  private static final String KEY = "key";
  private final Refresher refresher = Refresher.local();
  private final AtomicInteger loading = new AtomicInteger();
  private volatile String flaw = "";

  @Operation
  public String find() {
    refresher.elapse();
    refresher.engine.get(KEY, key -> load());
    return flaw();
  }

  @Operation
  public String work() {
    refresher.work();
    return flaw();
  }

  /** As a full local tier does. */
  @Operation
  public void makeRoom() {
    refresher.engine.tiers.local.remove(KEY);
  }

  private int load() {
    if (loading.incrementAndGet() > 1) {
      flaw = "two loads at once";
    }
    loading.decrementAndGet();
    return 0;
  }

  private String flaw() {
    return refresher.waiting() > 1 ? "two refreshes at once" : flaw;
  }

  @Validate
  public void idle() {
    refresher.requireIdle();
  }

  /** Where there is one at a time. */
  public static class OneAtATime {
    public String find() {
      return "";
    }

    public String work() {
      return "";
    }

    public void makeRoom() {}
  }
}
