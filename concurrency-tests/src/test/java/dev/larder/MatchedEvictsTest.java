package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.internal.clock.PreciseClock;
import dev.larder.internal.load.Load;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A load that ends while the keys of a pattern are gathered does not escape it. */
class MatchedEvictsTest {
  private static final Object KEY = 1L;
  private static final CacheSpec<Long, Integer> USERS =
      CacheSpec.of(
          "default",
          "users",
          KeyShape.single(PartTypes.LONG),
          ValueType.of("java.lang.Integer", 1, true));

  private final Lifetimes lifetimes = Lifetimes.of(CacheSettings.NONE);
  private final Load<Integer> load = new Load<>(false);
  private final Tiers<Integer> tiers =
      new Tiers<>(
          new EndedAmidst(),
          new NoDistributedTier<>(),
          new StatsCounters(),
          new PreciseClock(() -> 0),
          () -> lifetimes,
          Duration.ZERO);

  /** The load ends as soon as somebody has looked which keys are here. */
  private final class EndedAmidst extends HeapTier {
    @Override
    public synchronized Set<Object> keys() {
      Set<Object> seen = super.keys();
      tiers.fence.finish(KEY, load, () -> tiers.putLocal(KEY, 1, Engine.LIFE, 0));
      return seen;
    }
  }

  @AfterEach
  void close() {
    load.close();
  }

  @Test
  void i5_ofOnesOwn() {
    KeySpace keys = new KeySpace("larder", 1, 0, () -> Definition.of(USERS, 0));
    tiers.fence.join(KEY, load);
    new Writer<>(tiers, keys).evictMatching("*");
    assertThat(tiers.local.live(KEY)).isNull();
  }

  @Test
  void i5_ofAnotherProcess() {
    tiers.fence.join(KEY, load);
    tiers.evictedIf(key -> true);
    assertThat(tiers.local.live(KEY)).isNull();
  }
}
