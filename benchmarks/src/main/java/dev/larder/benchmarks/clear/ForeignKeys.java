package dev.larder.benchmarks.clear;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.redisson.api.RBatch;
import org.redisson.api.RFuture;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** Keys of somebody else, each with its own name for a value. */
record ForeignKeys(RedissonClient client, int count) {
  private static final int TOGETHER = 2_000;

  private static String key(int number) {
    return "clearly-not:1:users:" + number;
  }

  void write() {
    for (int first = 0; first < count; first += TOGETHER) {
      RBatch batch = client.createBatch();
      for (int i = first; i < first + TOGETHER; i++) {
        batch.getBucket(key(i), ByteArrayCodec.INSTANCE).setAsync(key(i).getBytes(UTF_8));
      }
      batch.execute();
    }
  }

  /** One GET. */
  void read(int number) {
    require(number, client.<byte[]>getBucket(key(number), ByteArrayCodec.INSTANCE).get());
  }

  void requireUntouched() {
    for (int first = 0; first < count; first += TOGETHER) {
      RBatch batch = client.createBatch();
      List<RFuture<byte[]>> values = new ArrayList<>(TOGETHER);
      for (int i = first; i < first + TOGETHER; i++) {
        values.add(batch.<byte[]>getBucket(key(i), ByteArrayCodec.INSTANCE).getAsync());
      }
      batch.execute();
      for (int i = 0; i < values.size(); i++) {
        require(first + i, values.get(i).toCompletableFuture().join());
      }
    }
  }

  private static void require(int number, byte[] value) {
    if (!Arrays.equals(value, key(number).getBytes(UTF_8))) {
      throw new IllegalStateException("a key of others was touched: " + key(number));
    }
  }
}
