package dev.larder;

import dev.larder.internal.clock.PreciseClock;
import java.time.Duration;

/**
 * The engine of one cache of one process, put together as {@link OpenCache} and {@link Chain} do
 * it, over tiers of the tests' own and a clock that stands.
 */
final class Engine {
  static final Duration LIFE = Duration.ZERO;
  final Tiers<Integer> tiers;
  final Reader<Object, Integer> reader;
  final Writer<Integer> writer;
  final AbsentPut<Integer> absentPut;

  /** Of these tiers. */
  Engine(Tiers<Integer> tiers) {
    this.tiers = tiers;
    reader = new Reader<>(tiers);
    writer = new Writer<>(tiers, null);
    absentPut = new AbsentPut<>(tiers, writer);
  }

  private static Engine lasting(DistributedTier<Integer> distributed) {
    Lifetimes lifetimes = Lifetimes.of(CacheSettings.NONE);
    return new Engine(
        new Tiers<>(
            new HeapTier(),
            distributed,
            new StatsCounters(),
            new PreciseClock(() -> 0),
            () -> lifetimes,
            Duration.ZERO));
  }

  /** With a local tier alone. */
  static Engine local() {
    return lasting(new NoDistributedTier<>());
  }

  /** With a local tier in front of a server that may have others. */
  static Engine over(ModelledServer server) {
    ModelledTier connection = server.connect();
    Engine engine = lasting(connection);
    connection.listen(engine.tiers);
    return engine;
  }

  Integer get(Object key, Loader<Object, Integer, RuntimeException> loader) {
    return reader.get(key, loader, value -> false);
  }

  /** Null if there is nothing. */
  Integer lookup(Object key) {
    return reader.lookup(key) instanceof Lookup.Hit<Integer> hit ? hit.value() : null;
  }

  /** That nothing is under way any more; a load that stays registered would keep the next away. */
  void requireIdle() {
    if (!tiers.fence.keys().isEmpty()) {
      throw new IllegalStateException("still under way: " + tiers.fence.keys());
    }
  }
}
