package dev.larder;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.internal.clock.Clock;
import dev.larder.internal.clock.PreciseClock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IJ_Result;

/** An entry that reaches another thread by nothing but a plain field. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "not there yet")
@Outcome(id = "42, " + Clock.NEVER, expect = ACCEPTABLE, desc = "whole")
@Outcome(expect = FORBIDDEN, desc = "half an entry")
@State
public class EntryIsSeenWhole {
  private static final Clock CLOCK = new PreciseClock(() -> 0);
  private Entry<Integer> entry;

  /** Publishes. */
  @Actor
  public void put() {
    entry = Entry.until(Clock.NEVER, 42, CLOCK);
  }

  /** Looks. */
  @Actor
  public void hit(IJ_Result seen) {
    Entry<Integer> found = entry;
    if (found != null) {
      seen.r1 = found.value() == null ? -1 : found.value();
      seen.r2 = found.deadlineNanos;
    }
  }
}
