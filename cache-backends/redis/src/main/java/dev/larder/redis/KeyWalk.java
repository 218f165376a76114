package dev.larder.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.redisson.api.options.KeysScanOptions;

/**
 * Walks the keys of one cache with {@code SCAN}, a part at a time, on each master. What it meets is
 * told apart by generation.
 */
final class KeyWalk {
  /** Few enough that a server is not held up. */
  private static final int PART = 500;

  private final RedisLink link;
  private final CacheKeys keys;

  KeyWalk(RedisLink link, CacheKeys keys) {
    this.link = link;
    this.keys = keys;
  }

  /** Gives the keys that begin with the text, and have a value or a lease of the present. */
  void present(String beginning, Generation generation, Consumer<String> key) {
    Consumer<List<String>> giving =
        part -> {
          Stamped stamped = Stamped.of(part, generation);
          for (String each : stamped.present()) {
            key.accept(CacheKeys.value(each));
          }
        };
    walk(beginning, giving);
    walk("{" + beginning, giving);
  }

  /** Removes values of generations that are over. */
  void removeOutdated(Generation generation, Runnable afterEachPart) {
    Consumer<List<String>> removing =
        part -> {
          Stamped.of(part, generation).dropOutdated(generation);
          afterEachPart.run();
        };
    removing.accept(List.of(keys.cacheKey()));
    walk(keys.cacheKey() + ":", removing);
  }

  private void walk(String beginning, Consumer<List<String>> consumer) {
    Supplier<String> what = () -> "SCAN of \"" + beginning + "\"";
    link.awaitConnection(what);
    try {
      List<String> part = new ArrayList<>(PART);
      for (String key : scan(beginning)) {
        part.add(key);
        if (part.size() == PART) {
          consumer.accept(List.copyOf(part));
          part.clear();
        }
      }
      if (!part.isEmpty()) {
        consumer.accept(part);
      }
    } catch (RuntimeException e) {
      throw RedisFaults.of(e, what.get());
    }
  }

  private Iterable<String> scan(String beginning) {
    return link.client()
        .getKeys()
        .getKeys(KeysScanOptions.defaults().pattern(Glob.beginning(beginning)).chunkSize(PART));
  }
}
