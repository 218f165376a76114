package dev.larder;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A refresh in the background would keep what it has loaded before an evict (I5). */
@JCStressTest
@Outcome(id = "-1, 0", expect = ACCEPTABLE, desc = "evicted last, or the old value refused")
@Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "refreshed after the evict")
@Outcome(expect = FORBIDDEN, desc = "the old value is kept, or a refresh stays behind")
@State
public class RefreshOrEvict {
  private final Refresher refresher = Refresher.local();
  private volatile int row = 1;

  /** With a refresh that is to begin. */
  public RefreshOrEvict() {
    find();
    find();
  }

  private void find() {
    refresher.elapse();
    refresher.engine.get("key", key -> row);
  }

  /** Refreshes. */
  @Actor
  public void refresh() {
    refresher.work();
  }

  /** Writes the row. */
  @Actor
  public void save() {
    row = 2;
    refresher.engine.writer.evict("key");
  }

  /** Looks when both are done. */
  @Arbiter
  public void after(II_Result result) {
    Integer kept = refresher.engine.lookup("key");
    result.r1 = kept == null ? -1 : kept;
    result.r2 = refresher.underWay();
  }
}
