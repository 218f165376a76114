package dev.larder.testkit;

import dev.larder.spi.Punctual;
import dev.larder.spi.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A store of two servers, one of which is down: that of the keys whose last digit is odd.
 *
 * @param store holds the others
 */
record HalfStore(FakeStore store) implements Store, Punctual {
  @Override
  public String name() {
    return "half";
  }

  @Override
  public byte @Nullable [] get(String key) {
    return at(key).get(key);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    at(key).put(key, value, timeToLive);
  }

  @Override
  public boolean remove(String key) {
    return at(key).remove(key);
  }

  private FakeStore at(String key) {
    if (key.charAt(key.length() - 1) % 2 != 0) {
      throw new IllegalStateException("one server is down");
    }
    return store;
  }

  @Override
  public void ping() {
    throw new IllegalStateException("one server is down");
  }

  @Override
  public void probe() {
    store.ping();
  }
}
