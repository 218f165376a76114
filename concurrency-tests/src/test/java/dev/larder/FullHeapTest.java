package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.internal.clock.PreciseClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A write that the heap has no room for leaves nothing under way. */
class FullHeapTest {
  private static final OutOfMemoryError NO_ROOM = new OutOfMemoryError("no heap");

  private final ModelledTier distributed = new ModelledServer().connect();
  private final Engine engine =
      new Engine(
          new Tiers<>(
              new FullTier(),
              distributed,
              new StatsCounters(),
              new PreciseClock(() -> 0),
              () -> Lifetimes.of(CacheSettings.NONE),
              Duration.ZERO));

  /** Has room for no value above one. */
  private static final class FullTier extends HeapTier {
    @Override
    public synchronized void put(Object key, Entry<Integer> entry) {
      if (entry.value() > 1) {
        throw NO_ROOM;
      }
      super.put(key, entry);
    }
  }

  @Test
  void i5_norTheOldValue() {
    engine.writer.put("key", 1, Engine.LIFE);
    assertThatThrownBy(() -> engine.writer.put("key", 2, Engine.LIFE)).isSameAs(NO_ROOM);
    engine.requireIdle();
    assertThat(engine.tiers.local.live("key")).isNull();
  }

  @Test
  void thoughItIsOneOfMany() {
    Map<Object, Valued<Integer>> puts = new LinkedHashMap<>();
    List.of(1, 2, 3, 1).forEach(value -> puts.put(puts.size(), new Valued<>(value, Engine.LIFE)));
    assertThatThrownBy(() -> engine.writer.putAll(puts)).isSameAs(NO_ROOM);
    engine.requireIdle();
    assertThat(engine.lookup(3)).isEqualTo(1);
  }
}
