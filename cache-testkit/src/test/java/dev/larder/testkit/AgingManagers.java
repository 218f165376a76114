package dev.larder.testkit;

import dev.larder.Cache;
import dev.larder.CacheEvent;
import dev.larder.CacheManager;
import dev.larder.CacheSettingsBuilder;
import dev.larder.CacheSpec;
import dev.larder.ChainBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;

/** Processes whose caches grow old, on a fake clock. */
abstract class AgingManagers implements CacheContract {
  static final Duration TTL = Duration.ofMinutes(5);
  static final Duration MOMENT = Duration.ofSeconds(1);

  final FakeClock clock = new FakeClock();
  final FakeStore store = FakeStore.on(clock);
  final FakeStore otherStore = store.connect();
  final List<CacheEvent> events = new CopyOnWriteArrayList<>();
  final Cache<Long, String> here;
  final Cache<Long, String> there;
  private final List<CacheManager> managers = new ArrayList<>();
  private final Consumer<CacheSettingsBuilder> settings;

  AgingManagers(Consumer<CacheSettingsBuilder> settings) {
    this.settings = settings;
    this.here = process(Managers.over(store, true));
    this.there = process(Managers.over(otherStore, true));
  }

  /** The cache as another process has it. */
  final Cache<Long, String> process(Consumer<ChainBuilder> chain) {
    return process(chain, settings);
  }

  /** The cache as a process has it that is configured otherwise. */
  final Cache<Long, String> process(
      Consumer<ChainBuilder> chain, Consumer<CacheSettingsBuilder> settings) {
    CacheManager manager =
        CacheManager.builder()
            .ticker(clock)
            .chain(CHAIN, chain)
            .cache("users", settings)
            .listener(this::note)
            .build();
    managers.add(manager);
    return manager.cache(USERS.ttl(TTL));
  }

  /** Of what the channel tells while the clock leaps, nothing is of interest here. */
  private void note(CacheEvent event) {
    if (event instanceof CacheEvent.StaleServed || event instanceof CacheEvent.RefreshFailed) {
      events.add(event);
    }
  }

  /** Returns when something has come true; the test's time-out ends it otherwise. */
  static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new AssertionError("it did not come true");
      }
      Thread.onSpinWait();
    }
  }

  static void await(Cache<Long, String> cache, ToLongFunction<Cache<Long, String>> count, long is) {
    await(() -> count.applyAsLong(cache) == is);
  }

  @AfterEach
  void close() {
    managers.forEach(CacheManager::close);
  }

  @Override
  public <K, V> Cache<K, V> here(CacheSpec<K, V> spec) {
    return managers.get(0).cache(spec);
  }

  @Override
  public <K, V> Cache<K, V> there(CacheSpec<K, V> spec) {
    return managers.get(1).cache(spec);
  }

  @Override
  public void elapse(Duration time) {
    clock.advance(time);
  }
}
