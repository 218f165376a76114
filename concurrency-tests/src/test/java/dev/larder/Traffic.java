package dev.larder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Threads that read and write a few rows through caches, each operation any of all there are, until
 * they have made so many of them or one has read what was outdated.
 */
class Traffic {
  private static final int THREADS = 6;
  private static final int ROWS = 3;
  private final List<Cache<Integer, Long>> parties;
  private final Runnable timePasses;
  private final List<Row> rows = IntStream.range(0, ROWS).mapToObj(Row::new).toList();
  private final ConcurrentLinkedQueue<String> outdated = new ConcurrentLinkedQueue<>();

  Traffic(List<Cache<Integer, Long>> parties, Runnable timePasses) {
    this.parties = parties;
    this.timePasses = timePasses;
  }

  /**
   * A row of the database.
   *
   * @param writers put exclusively, because the order of two puts is their callers' to see to;
   *     evicts need none
   */
  private record Row(int key, Source source, ReadWriteLock writers) {
    Row(int key) {
      this(key, new Source(), new ReentrantReadWriteLock());
    }

    long load() {
      long read = source.read();
      // A database takes its time between reading and answering: long enough to be overtaken.
      Thread.yield();
      return read;
    }
  }

  /** Makes all of it; gives the reads that were outdated, and what was thrown. */
  List<String> run(int operationsOfEach) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(i);
      threads.add(new Thread(() -> run(start, random, operationsOfEach), "traffic " + i));
    }
    threads.forEach(Thread::start);
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return List.copyOf(outdated);
  }

  private void run(CountDownLatch start, Random random, int operations) {
    try {
      start.await();
      for (int i = 0; i < operations && outdated.isEmpty(); i++) {
        Cache<Integer, Long> cache = parties.get(random.nextInt(parties.size()));
        operate(random.nextInt(100), rows.get(random.nextInt(ROWS)), cache);
      }
    } catch (Throwable failure) {
      outdated.add(failure.toString());
    }
  }

  private void operate(int kind, Row row, Cache<Integer, Long> cache) {
    if (kind < 60) {
      read(row, () -> find(cache, row.key(), row::load));
    } else if (kind < 68) {
      read(row, () -> cache.get(row.key()));
    } else if (kind < 72) {
      read(row, () -> cache.refresh(row.key(), key -> row.load()));
    } else if (kind < 86) {
      write(row, row.writers().readLock(), written -> cache.evict(row.key()));
    } else if (kind < 94) {
      write(row, row.writers().writeLock(), written -> cache.put(row.key(), written));
    } else if (kind < 95) {
      write(row, row.writers().readLock(), written -> cache.clear());
    } else if (kind < 97) {
      cache.evict(row.key(), (long) row.source().read());
    } else if (kind < 99) {
      cache.touch(row.key(), Duration.ofMillis(20));
    } else {
      timePasses.run();
    }
  }

  /** A read by the cache. */
  @FunctionalInterface
  private interface Read {
    Long value();
  }

  private void read(Row row, Read read) {
    int floor = row.source().floor();
    Long value = read.value();
    if (value != null && value < floor) {
      outdated.add("row " + row.key() + ": read " + value + " after " + floor);
    }
  }

  /** What a write does to the cache, given the new version. */
  @FunctionalInterface
  private interface Effect {
    void of(long written);
  }

  private void write(Row row, Lock lock, Effect onCache) {
    lock.lock();
    try {
      int written = row.source().write();
      onCache.of(written);
      row.source().completed(written);
    } finally {
      lock.unlock();
    }
  }

  Long find(Cache<Integer, Long> cache, int key, LongSupplier source) {
    return cache.get(key, k -> source.getAsLong());
  }
}
