package dev.larder;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.internal.load.Fence;
import dev.larder.internal.load.Load;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link LoadOrWrite}, but wrong: the load looks whether it may, and then keeps its value. */
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE, desc = "the write stands")
@Outcome(id = "1", expect = FORBIDDEN, desc = "the load is kept over the write")
@State
public class LookThenKeep {
  private final Fence<Integer> fence = new Fence<>();
  private final Load<Integer> load = new Load<>(false);
  private volatile int local;

  /** With a load under way. */
  public LookThenKeep() {
    fence.join("key", load);
    load.close();
  }

  /** Keeps 1. */
  @Actor
  public void load() {
    if (fence.holds("key", load)) {
      local = 1;
    }
  }

  /** Writes 2. */
  @Actor
  public void write() {
    fence.write(
        "key",
        () -> {
          local = 2;
          return true;
        });
  }

  /** Looks when both are done. */
  @Arbiter
  public void after(I_Result result) {
    result.r1 = local;
  }
}
