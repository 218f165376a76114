package dev.larder.testkit;

import dev.larder.spi.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A store without any capability: the three base methods of another one. */
public final class PlainStore implements Store {
  private final Store store;

  /** The base methods of this store. */
  public PlainStore(Store store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "plain";
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
  public void close() {
    store.close();
  }
}
