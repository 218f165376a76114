package dev.larder;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.internal.load.Fence;
import dev.larder.internal.load.Load;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A reader comes while another's load ends: it never becomes the owner of a second one (I4). */
@JCStressTest
@Outcome(id = "hit", expect = ACCEPTABLE, desc = "the load had ended")
@Outcome(id = "joined", expect = ACCEPTABLE, desc = "the load was under way")
@Outcome(id = "hit at the second look", expect = ACCEPTABLE, desc = "it ended in between")
@Outcome(id = "loads", expect = FORBIDDEN, desc = "a second load")
@State
public class ReaderAfterLoad {
  private final Fence<Integer> fence = new Fence<>();
  private final ConcurrentHashMap<Object, Integer> local = new ConcurrentHashMap<>();
  private final Load<Integer> load = new Load<>(false);

  /** With a load under way. */
  public ReaderAfterLoad() {
    fence.join("key", load);
    load.close();
  }

  /** Ends it. */
  @Actor
  public void load() {
    fence.finish("key", load, () -> local.put("key", 1));
  }

  /** Does what a reader does. */
  @Actor
  public void read(L_Result result) {
    if (local.get("key") != null) {
      result.r1 = "hit";
      return;
    }
    Load<Integer> mine = new Load<>(false);
    Load<Integer> joined = fence.join("key", mine);
    mine.close();
    if (joined != mine) {
      result.r1 = "joined";
    } else {
      result.r1 = local.get("key") != null ? "hit at the second look" : "loads";
    }
  }
}
