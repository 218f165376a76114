package dev.larder;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.internal.load.Fence;
import dev.larder.internal.load.Load;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two threads would load the same key (I4). */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the first loads")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the second loads")
@Outcome(expect = FORBIDDEN, desc = "both load, or each waits for the other")
@State
public class OneOwner {
  private final Fence<Integer> fence = new Fence<>();

  /** The one. */
  @Actor
  public void one(ZZ_Result result) {
    result.r1 = owns();
  }

  /** The other. */
  @Actor
  public void other(ZZ_Result result) {
    result.r2 = owns();
  }

  private boolean owns() {
    Load<Integer> mine = new Load<>(false);
    boolean owns = fence.join("key", mine) == mine;
    mine.close();
    return owns;
  }
}
