package dev.larder.testkit;

import dev.larder.spi.Scanning;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A store that can do nothing but walk its keys.
 *
 * @param store holds them
 */
record WalkingStore(FakeStore store) implements Store, Scanning {
  @Override
  public String name() {
    return "walking";
  }

  @Override
  public byte @Nullable [] get(String key) {
    return store.get(key);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    store.put(key, value, timeToLive);
  }

  @Override
  public boolean remove(String key) {
    return store.remove(key);
  }

  @Override
  public void scan(String beginning, Consumer<String> key) {
    store.scan(beginning, key);
  }
}
