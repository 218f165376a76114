package dev.larder.redis;

import dev.larder.spi.Leasing.Found;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * What a read costs beside a read of bytes through the same client: operations a second, and the
 * processor's time in this process and in the server's. No test; run by hand.
 */
final class ReadCost {
  private static final int KEYS = 1_000;
  private static final int VALUE_LENGTH = 200;

  private ReadCost() {}

  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int pool = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store =
            RedisStore.connect(RedisOptions.builder().url(server.uri()).poolSize(pool).build())) {
      RedisCache cache = (RedisCache) store.open("cost:1:users");
      RedissonClient client = store.client();
      byte[] value = new byte[VALUE_LENGTH];
      List<String> keys = IntStream.range(0, KEYS).mapToObj(i -> "cost:1:users:" + i).toList();
      keys.forEach(key -> cache.put(key, value, Duration.ofHours(1)));
      List<String> raw = IntStream.range(0, KEYS).mapToObj(i -> "cost:raw:" + i).toList();
      raw.forEach(key -> client.getBucket(key, ByteArrayCodec.INSTANCE).set(value));
      IntConsumer bucket =
          i -> check(((byte[]) client.getBucket(raw.get(i), ByteArrayCodec.INSTANCE).get()).length);
      IntConsumer leasing =
          i ->
              check(
                  ((Found) cache.readOrLease(keys.get(i), Duration.ofSeconds(5)))
                      .stored()
                      .value()
                      .length);
      for (int round = 0; round < 3; round++) {
        for (int threads : new int[] {8, 32, 1}) {
          double base = measure("bucket", server, threads, seconds, bucket);
          double mine = measure("readOrLease", server, threads, seconds, leasing);
          System.out.printf("  %d threads: %.2f of the bucket's cost%n", threads, base / mine);
        }
      }
    }
  }

  private static void check(int length) {
    if (length != VALUE_LENGTH) {
      throw new AssertionError(length);
    }
  }

  private static double measure(
      String name, RedisServer server, int threads, int seconds, IntConsumer operation)
      throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    LongAdder done = new LongAdder();
    double clientBefore = clientMicros();
    double serverBefore = serverMicros(server);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int first = thread * 31;
      all.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = first; System.nanoTime() < end; i++) {
                  operation.accept(i % KEYS);
                  done.increment();
                }
              },
              executor));
    }
    all.forEach(CompletableFuture::join);
    executor.shutdown();
    double client = (clientMicros() - clientBefore) / done.sum();
    double served = (serverMicros(server) - serverBefore) / done.sum();
    System.out.printf(
        "%-12s %2d threads %7d/s  client %.1f us, server %.1f us%n",
        name, threads, done.sum() / seconds, client, served);
    return client + served;
  }

  private static double clientMicros() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e3;
  }

  private static double serverMicros(RedisServer server) {
    return 1e6
        * (Double.parseDouble(server.info("cpu").get("used_cpu_sys"))
            + Double.parseDouble(server.info("cpu").get("used_cpu_user")));
  }
}
