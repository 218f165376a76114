package dev.larder.memcached;

import com.spotify.folsom.MemcacheClient;
import dev.larder.testkit.server.MemcachedServer;
import dev.larder.testkit.server.MemcachedServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Reads through the store beside reads of the same bytes through the very same client. Not a test:
 * run by hand, with the number of servers, of connections to each, the protocol and the threads.
 */
final class ReadThroughput {
  private static final int KEYS = 1_024;
  private static final int ROUNDS = 60;
  private static final long ROUND_MILLIS = 150;

  private final String prefix;
  private final int threads;

  private ReadThroughput(String prefix, int threads) {
    this.prefix = prefix;
    this.threads = threads;
  }

  /** One read of a key. */
  private interface Read {
    Object read(String key) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    try (MemcachedServers servers = MemcachedServer.memcached().start(count);
        MemcachedStore store =
            Connected.knowingClocks(
                MemcachedOptions.builder()
                    .servers(servers.addresses())
                    .poolSize(Integer.parseInt(arguments[1]))
                    .protocol(MemcachedProtocol.valueOf(arguments[2])))) {
      new ReadThroughput("bench:1:reads", Integer.parseInt(arguments[3])).compare(store);
    }
  }

  private void compare(MemcachedStore store) throws Exception {
    byte[] value = new byte[200];
    ThreadLocalRandom.current().nextBytes(value);
    CacheView view = (CacheView) store.open(prefix);
    MemcacheClient<byte[]> raw = store.client();
    for (int i = 0; i < KEYS; i++) {
      view.put(key(i), value, Duration.ofHours(1));
      raw.set("raw:" + key(i), value, 0).toCompletableFuture().get();
    }
    Map<String, Read> reads = new LinkedHashMap<>();
    reads.put("raw", key -> raw.get("raw:" + key).toCompletableFuture().get());
    reads.put("get", view::get);
    reads.put("readOrLease", key -> view.readOrLease(key, Duration.ofSeconds(10)));
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Read> read : reads.entrySet()) {
        double rate = rate(read.getValue());
        if (round >= 10) {
          rates.computeIfAbsent(read.getKey(), name -> new ArrayList<>()).add(rate);
        }
      }
    }
    List<Double> base = rates.get("raw");
    rates.forEach(
        (name, all) ->
            System.out.printf(
                "%-12s %,10.0f/s  ratio %.2f%n", name, median(all), median(ratios(all, base))));
  }

  private static List<Double> ratios(List<Double> all, List<Double> base) {
    return IntStream.range(0, all.size()).mapToObj(i -> all.get(i) / base.get(i)).toList();
  }

  private String key(int i) {
    return prefix + ":" + i;
  }

  private double rate(Read read) throws InterruptedException {
    AtomicBoolean isOver = new AtomicBoolean();
    LongAdder done = new LongAdder();
    List<Thread> all = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      Thread thread = new Thread(() -> run(read, isOver, done));
      thread.start();
      all.add(thread);
    }
    TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
    isOver.set(true);
    for (Thread thread : all) {
      thread.join();
    }
    return done.sum() * 1e9 / (System.nanoTime() - start);
  }

  private void run(Read read, AtomicBoolean isOver, LongAdder done) {
    try {
      long count = 0;
      while (!isOver.get()) {
        if (read.read(key(ThreadLocalRandom.current().nextInt(KEYS))) == null) {
          throw new IllegalStateException("nothing was read");
        }
        count++;
      }
      done.add(count);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static double median(List<Double> all) {
    List<Double> sorted = all.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
