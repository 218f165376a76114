package dev.larder.benchmarks.distributed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How several calls compare that take turns of a fraction of a second: whatever else slows the
 * machine down for a while slows all of them down, and a ratio is taken within each round.
 */
final class Turns {
  private final int threads;
  private final long turnNanos;
  private final Map<String, Runnable> calls = new LinkedHashMap<>();
  private final Random order = new Random(1);

  Turns(int threads, long turnMillis) {
    this.threads = threads;
    this.turnNanos = TimeUnit.MILLISECONDS.toNanos(turnMillis);
  }

  /** One more to be compared; calls are told apart by their names. */
  Turns with(String name, Runnable call) {
    calls.put(name, call);
    return this;
  }

  /**
   * Calls a second, of all threads together.
   *
   * @param rounds one row for each, by the names of the calls
   */
  record Rounds(List<Map<String, Double>> rounds) {
    /** What ours does of what the other does. */
    Ratio ratio(String ours, String other) {
      List<Double> ratios =
          rounds.stream().map(round -> round.get(ours) / round.get(other)).sorted().toList();
      int last = ratios.size() - 1;
      return new Ratio(ratios.get(last / 2), ratios.get(last / 4), ratios.get(last - last / 4));
    }
  }

  /**
   * A ratio over the rounds.
   *
   * @param median half of the rounds had less
   * @param low a quarter of the rounds had less
   * @param high a quarter of the rounds had more
   */
  record Ratio(double median, double low, double high) {}

  /** Makes all calls by turns, each round in another order; the first rounds do not count. */
  Rounds measure(int warmup, int rounds) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Map<String, Double>> measured = new ArrayList<>();
      for (int i = 0; i < warmup + rounds; i++) {
        Map<String, Double> round = round(pool);
        if (i >= warmup) {
          measured.add(round);
        }
      }
      return new Rounds(measured);
    } finally {
      pool.shutdown();
    }
  }

  private Map<String, Double> round(ExecutorService pool)
      throws InterruptedException, ExecutionException {
    List<String> names = new ArrayList<>(calls.keySet());
    Collections.shuffle(names, order);
    Map<String, Double> round = new LinkedHashMap<>();
    for (String name : names) {
      round.put(name, perSecond(pool, calls.get(name)));
    }
    return round;
  }

  private double perSecond(ExecutorService pool, Runnable call)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    long end = begin + turnNanos;
    List<Future<Long>> counts = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      counts.add(pool.submit(() -> count(call, end)));
    }
    long made = 0;
    for (Future<Long> count : counts) {
      made += count.get();
    }
    return made * 1e9 / (System.nanoTime() - begin);
  }

  private static long count(Runnable call, long end) {
    long made = 0;
    while (System.nanoTime() < end) {
      call.run();
      made++;
    }
    return made;
  }
}
