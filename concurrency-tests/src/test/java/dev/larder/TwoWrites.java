package dev.larder;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.internal.load.Fence;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two writes change a server, each between its two steps. */
@JCStressTest
@Outcome(
    id = {"1, 1", "2, 2"},
    expect = ACCEPTABLE,
    desc = "the local tier has what the server has")
@Outcome(
    id = {"0, 1", "0, 2"},
    expect = ACCEPTABLE,
    desc = "nobody knew, and it has nothing")
@Outcome(expect = FORBIDDEN, desc = "the local tier contradicts the server")
@State
public class TwoWrites {
  private final Fence<Integer> fence = new Fence<>();
  private volatile int server;

  /** Plain: the fence orders whoever changes it. */
  private int local;

  /** Writes 1. */
  @Actor
  public void one() {
    write(1);
  }

  /** Writes 2. */
  @Actor
  public void two() {
    write(2);
  }

  private void write(int value) {
    fence.beginWrite("key");
    server = value;
    fence.endWrite("key", () -> local = value, () -> local = 0);
  }

  /** Looks when both are done. */
  @Arbiter
  public void after(II_Result result) {
    result.r1 = local;
    result.r2 = server;
  }
}
