package dev.larder.benchmarks.distributed;

import dev.larder.spi.Punctual;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A store without a network. */
final class HeapStore implements Store, Punctual {
  private final Map<String, byte[]> values = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "heap";
  }

  @Override
  public byte[] get(String key) {
    return values.get(key);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    values.put(key, value);
  }

  @Override
  public boolean remove(String key) {
    return values.remove(key) != null;
  }

  /** How many bytes there are under the keys that begin so, in the mean. */
  double meanSize(String beginning) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(beginning))
        .mapToInt(entry -> entry.getValue().length)
        .average()
        .orElseThrow();
  }
}
