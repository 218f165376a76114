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
import org.openjdk.jcstress.infra.results.ZII_Result;

/** A load would keep what it found while a write of its key goes by (I5). */
@JCStressTest
@Outcome(id = "true, 2, 0", expect = ACCEPTABLE, desc = "kept, and then written over")
@Outcome(id = "false, 2, 0", expect = ACCEPTABLE, desc = "written, and the load refused")
@Outcome(expect = FORBIDDEN, desc = "the load is kept over the write, or something stays behind")
@State
public class LoadOrWrite {
  private final Fence<Integer> fence = new Fence<>();
  private final Load<Integer> load = new Load<>(false);

  /** Plain: the fence orders whoever changes it. */
  private int local;

  /** With a load under way. */
  public LoadOrWrite() {
    fence.join("key", load);
    load.close();
  }

  /** Keeps 1. */
  @Actor
  public void load(ZII_Result result) {
    result.r1 = fence.finish("key", load, () -> local = 1);
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
  public void after(ZII_Result result) {
    result.r2 = local;
    result.r3 = fence.keys().size();
  }
}
