package dev.larder;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two hits on an entry that is due, with time between them for the entry to be due once more. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "one refresh, whoever begins it")
@Outcome(expect = FORBIDDEN, desc = "none, or one each")
@State
public class DueTwice {
  private final Refresher refresher = Refresher.local();

  /** With an entry. */
  public DueTwice() {
    find();
  }

  private void find() {
    refresher.elapse();
    refresher.engine.get("key", key -> 1);
  }

  /** The one. */
  @Actor
  public void one() {
    find();
  }

  /** The other. */
  @Actor
  public void other() {
    find();
  }

  /** Looks when both are done. */
  @Arbiter
  public void after(II_Result result) {
    result.r1 = refresher.waiting();
    result.r2 = refresher.underWay();
  }
}
