package dev.larder.benchmarks.clear;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** A thread that goes on reading until it is stopped. */
final class Reader implements AutoCloseable {
  private final ForeignKeys keys;
  private final CompletableFuture<Latencies> result;
  private volatile boolean stopped;

  Reader(ForeignKeys keys) {
    this.keys = keys;
    this.result = CompletableFuture.supplyAsync(this::read);
  }

  private Latencies read() {
    long[] nanos = new long[1 << 20];
    int count = 0;
    while (!stopped) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      long begin = System.nanoTime();
      keys.read(ThreadLocalRandom.current().nextInt(keys.count()));
      nanos[count++] = System.nanoTime() - begin;
    }
    return Latencies.of(nanos, count);
  }

  Latencies stop() {
    stopped = true;
    return result.join();
  }

  @Override
  public void close() {
    stopped = true;
  }
}
