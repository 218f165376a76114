package dev.larder;

import dev.larder.spi.Store;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The three methods of a store, over a map. */
final class MapStore implements Store {
  final Map<String, byte[]> entries = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "map";
  }

  @Override
  public byte @Nullable [] get(String key) {
    return entries.get(key);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    entries.put(key, value);
  }

  @Override
  public boolean remove(String key) {
    return entries.remove(key) != null;
  }
}
