package dev.larder;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/** A put while the cache is closed. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "a closed cache is empty")
@Outcome(expect = FORBIDDEN, desc = "an entry that nothing will ever remove")
@State
public class PutOrClose {
  private final Engine engine = Engine.local();

  /** Puts. */
  @Actor
  public void put() {
    engine.writer.put("key", 1, Engine.LIFE);
  }

  /** Closes. */
  @Actor
  public void close() {
    engine.tiers.close();
  }

  /** Looks when both are done. */
  @Arbiter
  public void after(J_Result result) {
    result.r1 = engine.tiers.local.size();
  }
}
