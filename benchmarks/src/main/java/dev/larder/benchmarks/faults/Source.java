package dev.larder.benchmarks.faults;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * What is cached: rows that are nothing but their version, which each write counts up. It is the
 * test's own, has no faults, and takes a millisecond to read.
 */
final class Source {
  /** What a load takes, at least. */
  static final Duration LOAD = Duration.ofMillis(1);

  private final Row[] rows;
  private final AtomicLong loads = new AtomicLong();

  Source(int rows) {
    this.rows = IntStream.range(0, rows).mapToObj(number -> new Row()).toArray(Row[]::new);
  }

  int size() {
    return rows.length;
  }

  Row row(long number) {
    return rows[(int) number];
  }

  long load(long number) {
    loads.incrementAndGet();
    long version = row(number).version();
    LockSupport.parkNanos(LOAD.toNanos());
    return version;
  }

  /** How often a row was read. */
  long loads() {
    return loads.get();
  }
}
