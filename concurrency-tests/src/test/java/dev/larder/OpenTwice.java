package dev.larder;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.larder.internal.clock.PreciseClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** Two decorators open the same cache. */
@JCStressTest
@Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "they share it")
@Outcome(expect = FORBIDDEN, desc = "they have one each, and miss each other's evicts")
@State
public class OpenTwice {
  private static final Environment ENVIRONMENT =
      new Environment(
          "larder",
          1,
          new PreciseClock(() -> 0),
          Duration.ZERO,
          new UUID(0, 0),
          Tasks.onOwnThreads(Duration.ZERO),
          new Events(List.of()));
  private static final Map<String, Chain> CHAINS =
      Map.of(
          "default",
          new ChainBuilder("default")
              .local(local -> {})
              .build(Map.of(), new StoreGuards(new PreciseClock(() -> 0), new Events(List.of()))));
  private static final CacheSpec<String, Object> SPEC =
      CacheSpec.of("default", "users", KeyShape.single(PartTypes.STRING));

  private final OpenCaches caches = new OpenCaches(ENVIRONMENT, CHAINS, CacheOverrides.NONE);
  private Cache<String, Object> one;
  private Cache<String, Object> other;

  /** The one. */
  @Actor
  public void one() {
    one = caches.open(SPEC, 0);
  }

  /** The other. */
  @Actor
  public void other() {
    other = caches.open(SPEC, 0);
  }

  /** Looks when both are done. */
  @Arbiter
  public void after(ZI_Result result) {
    result.r1 = one == other;
    result.r2 = caches.all().size();
  }
}
