package dev.larder.integration.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Many threads of one process that all want the same at once.
 *
 * @param threads how many
 */
record Stampede(int threads) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** What each thread got, and how long it waited. */
  private record Got(Long value, long nanos) {}

  /** Gives the values without repetition, and the milliseconds of whoever waited longest. */
  String run(Supplier<Long> read) {
    CountDownLatch ready = new CountDownLatch(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<CompletableFuture<Got>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(CompletableFuture.supplyAsync(() -> got(ready, read), pool));
    }
    List<Got> got = all.stream().map(CompletableFuture::join).toList();
    pool.shutdown();
    String values =
        got.stream()
            .map(each -> "" + each.value())
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
    long longest = got.stream().mapToLong(Got::nanos).max().orElseThrow();
    return values + " " + Math.round(longest / NANOS_PER_MILLI);
  }

  private static Got got(CountDownLatch ready, Supplier<Long> read) {
    ready.countDown();
    try {
      ready.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted before it began", e);
    }
    long begin = System.nanoTime();
    Long value = read.get();
    return new Got(value, System.nanoTime() - begin);
  }
}
