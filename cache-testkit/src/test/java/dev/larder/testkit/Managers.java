package dev.larder.testkit;

import dev.larder.Cache;
import dev.larder.CacheManager;
import dev.larder.CacheSpec;
import dev.larder.ChainBuilder;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** Two parties on a fake clock: the same manager, or two with a store between them. */
abstract class Managers implements CacheContract {
  final FakeClock clock = new FakeClock();
  final FakeStore store = FakeStore.on(clock);
  final FakeStore otherStore = store.connect();
  final CacheManager here;
  final CacheManager there;

  /**
   * The parties.
   *
   * @param count how many managers there are, 1 or 2
   * @param chain the chain of each over its connection
   */
  Managers(int count, Function<FakeStore, Consumer<ChainBuilder>> chain) {
    this.here = manager(chain.apply(store));
    this.there = count == 1 ? here : manager(chain.apply(otherStore));
  }

  final CacheManager manager(Consumer<ChainBuilder> chain) {
    return CacheManager.builder().ticker(clock).chain(CHAIN, chain).build();
  }

  /** A chain with a store, and with or without a local tier before it. */
  static Consumer<ChainBuilder> over(Store store, boolean local) {
    return chain -> {
      chain.distributed(store).codec(new TextCodec());
      if (local) {
        chain.local(tier -> {});
      }
    };
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Override
  public <K, V> Cache<K, V> here(CacheSpec<K, V> spec) {
    return here.cache(spec);
  }

  @Override
  public <K, V> Cache<K, V> there(CacheSpec<K, V> spec) {
    return there.cache(spec);
  }

  @Override
  public void elapse(Duration time) {
    clock.advance(time);
  }
}
