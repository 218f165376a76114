package dev.larder.benchmarks.distributed;

import com.spotify.folsom.MemcacheClient;
import dev.larder.memcached.MemcachedStore;
import dev.larder.redis.RedisStore;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** The very client that a store uses, used by hand for the same bytes. */
interface Raw {
  /** What is under a key. */
  byte[] get(String key);

  /** Stores for five minutes. */
  void put(String key, byte[] value);

  /** What is under many keys, in one round trip. */
  Object getAll(List<String> keys);

  /** The client of a store. */
  static Raw of(Store store) {
    return store instanceof RedisStore redis
        ? new RawRedis(redis.client())
        : new RawMemcached(((MemcachedStore) store).client());
  }

  /**
   * Redisson's buckets of bytes.
   *
   * @param client of a {@link RedisStore}
   */
  record RawRedis(RedissonClient client) implements Raw {
    @Override
    public byte[] get(String key) {
      return client.<byte[]>getBucket(key, ByteArrayCodec.INSTANCE).get();
    }

    @Override
    public void put(String key, byte[] value) {
      client.<byte[]>getBucket(key, ByteArrayCodec.INSTANCE).set(value, Duration.ofMinutes(5));
    }

    @Override
    public Object getAll(List<String> keys) {
      return client.getBuckets(ByteArrayCodec.INSTANCE).get(keys.toArray(String[]::new));
    }
  }

  /**
   * Folsom's bytes.
   *
   * @param client of a {@link MemcachedStore}
   */
  record RawMemcached(MemcacheClient<byte[]> client) implements Raw {
    @Override
    public byte[] get(String key) {
      return answer(client.get(key));
    }

    @Override
    public void put(String key, byte[] value) {
      answer(client.set(key, value, 300));
    }

    @Override
    public Object getAll(List<String> keys) {
      return answer(client.get(keys));
    }

    private static <T> T answer(CompletionStage<T> stage) {
      return stage.toCompletableFuture().join();
    }
  }
}
