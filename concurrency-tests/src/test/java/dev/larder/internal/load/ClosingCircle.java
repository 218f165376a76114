package dev.larder.internal.load;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Two threads, each with a load of its own, would wait for the other's. */
@JCStressTest
@Outcome(
    id = {"goes on, waits", "waits, goes on", "goes on, goes on"},
    expect = ACCEPTABLE,
    desc = "one sees the circle, or both do")
@Outcome(
    id = {"alone, waits", "waits, alone", "alone, goes on", "goes on, alone"},
    expect = ACCEPTABLE,
    desc = "one looks before the other has a load")
@Outcome(expect = FORBIDDEN, desc = "both wait for ever")
@State
public class ClosingCircle {
  private volatile Load<Integer> ones;
  private volatile Load<Integer> others;

  /** The one. */
  @Actor
  public void one(LL_Result result) {
    Load<Integer> mine = new Load<>(false);
    ones = mine;
    result.r1 = meet(others);
    mine.close();
  }

  /** The other. */
  @Actor
  public void other(LL_Result result) {
    Load<Integer> mine = new Load<>(false);
    others = mine;
    result.r2 = meet(ones);
    mine.close();
  }

  /** Says whether this thread would wait; whoever does, waits on. */
  private static String meet(Load<Integer> load) {
    if (load == null) {
      return "alone";
    }
    LoadingThread me = LoadingThread.enter();
    boolean waits = me.startWaitingFor(load);
    me.exit();
    return waits ? "waits" : "goes on";
  }
}
