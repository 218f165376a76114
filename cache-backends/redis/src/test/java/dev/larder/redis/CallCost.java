package dev.larder.redis;

import dev.larder.spi.Bulk.Put;
import dev.larder.spi.Leasing.Found;
import dev.larder.testkit.server.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * What a call costs beside that of the same bytes through the same client: operations a second, and
 * the processor's time in this process and in the server's. No test; run by hand, with seconds and
 * rounds.
 */
final class CallCost {
  private static final int KEYS = 1_000;
  private static final int BULK = 100;
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final byte[] VALUE = new byte[200];
  private static final byte[] MESSAGE = new byte[50];

  private final RedisServer server;
  private final RedissonClient client;
  private final RedisCache told;
  private final RedisCache silent;
  private final List<String> keys = keys(Told.CACHE);
  private final List<String> raw = keys("raw");

  private CallCost(RedisServer server, RedisStore store) {
    this.server = server;
    this.client = store.client();
    this.told = Told.cache(store);
    this.silent = (RedisCache) store.open(Told.CACHE);
  }

  private static List<String> keys(String beginning) {
    return IntStream.range(0, KEYS).mapToObj(i -> beginning + ":" + i).toList();
  }

  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    try (RedisServer server = RedisServer.redis().start();
        RedisStore store = RedisStore.connect(RedisOptions.builder().url(server.uri()).build())) {
      CallCost cost = new CallCost(server, store);
      for (int i = 0; i < KEYS; i++) {
        cost.rawPut(i);
        cost.told.put(cost.keys.get(i), VALUE, LIFE);
      }
      for (int round = 0; round < rounds; round++) {
        for (int threads : new int[] {8, 32, 1}) {
          cost.measure(threads, seconds);
        }
      }
    }
  }

  private void measure(int threads, int seconds) throws Exception {
    Map<String, IntConsumer> calls = new LinkedHashMap<>();
    calls.put("RBucket.get", this::rawGet);
    calls.put("readOrLease", this::read);
    calls.put("RBucket.set", this::rawPut);
    calls.put("put, publish", this::putAndPublish);
    calls.put("put, alone", i -> told.putAll(List.of(put(i))));
    calls.put("put", i -> told.put(keys.get(i), VALUE, LIFE));
    calls.put("RBuckets.get", this::rawBulk);
    calls.put("readAll", this::bulk);
    for (Map.Entry<String, IntConsumer> call : calls.entrySet()) {
      measure(call.getKey(), threads, seconds, call.getValue());
    }
  }

  private void rawGet(int i) {
    check(((byte[]) client.getBucket(raw.get(i), ByteArrayCodec.INSTANCE).get()).length);
  }

  private void read(int i) {
    check(((Found) told.readOrLease(keys.get(i), LIFE)).stored().value().length);
  }

  private void rawPut(int i) {
    client.getBucket(raw.get(i), ByteArrayCodec.INSTANCE).set(VALUE, LIFE);
  }

  /** As it would be if a change and its message were two steps. */
  private void putAndPublish(int i) {
    silent.putAll(List.of(put(i)));
    silent.publish(Told.CHANNEL, MESSAGE);
  }

  private Put put(int i) {
    return new Put(keys.get(i), VALUE, LIFE);
  }

  private void rawBulk(int i) {
    String[] some = hundred(raw, i).toArray(String[]::new);
    check(client.getBuckets(ByteArrayCodec.INSTANCE).get(some).size() + VALUE.length - BULK);
  }

  private void bulk(int i) {
    check(told.readAll(hundred(keys, i)).size() + VALUE.length - BULK);
  }

  private static List<String> hundred(List<String> all, int i) {
    return all.subList(i / BULK * BULK, i / BULK * BULK + BULK);
  }

  private static void check(int length) {
    if (length != VALUE.length) {
      throw new AssertionError(length);
    }
  }

  private void measure(String name, int threads, int seconds, IntConsumer call) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    LongAdder done = new LongAdder();
    double clientBefore = clientMicros();
    double serverBefore = serverMicros();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      all.add(
          CompletableFuture.runAsync(
              () -> {
                while (System.nanoTime() < end) {
                  call.accept(ThreadLocalRandom.current().nextInt(KEYS));
                  done.increment();
                }
              },
              executor));
    }
    all.forEach(CompletableFuture::join);
    executor.shutdown();
    System.out.printf(
        "%-12s %2d threads %7d/s  client %.1f us, server %.1f us%n",
        name,
        threads,
        done.sum() / seconds,
        (clientMicros() - clientBefore) / done.sum(),
        (serverMicros() - serverBefore) / done.sum());
  }

  private static double clientMicros() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e3;
  }

  private double serverMicros() {
    return 1e6
        * (Double.parseDouble(server.info("cpu").get("used_cpu_sys"))
            + Double.parseDouble(server.info("cpu").get("used_cpu_user")));
  }
}
