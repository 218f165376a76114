package dev.larder.benchmarks.faults;

import dev.larder.Cache;
import dev.larder.WriteResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sixteen threads of one process that call its caches, a thread in it and one in another process
 * that write the source and evict, and all that they see.
 */
final class Load implements AutoCloseable {
  static final int THREADS = 16;

  /** Each thread has its own, so that none waits for what another one loads. */
  private static final int ROWS_EACH = 12;

  private static final Duration THINKING = Duration.ofMillis(2);
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(20);

  /** An evict that has not been made after so long is late. */
  private static final Duration GRACE = Duration.ofMillis(100);

  private final Caches here;
  private final Caches there;
  private final Source alone = new Source(THREADS * ROWS_EACH);
  private final Source near = new Source(THREADS * ROWS_EACH);
  private final List<Tally> tallies = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Queue<Throwable> exceptions = new ConcurrentLinkedQueue<>();
  private final AtomicLong outdated = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong unconfirmed = new AtomicLong();
  private final AtomicLong lastOverwritten = new AtomicLong();
  private volatile Phase phase = Phase.WARM_UP;
  private volatile boolean ended;

  Load(Caches here, Caches there) {
    this.here = here;
    this.there = there;
  }

  Load start() {
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      Tally tally = new Tally();
      tallies.add(tally);
      begin("caller " + i, () -> call(number, tally));
    }
    begin("writer here", () -> write(here, new Random(1)));
    begin("writer there", () -> write(there, new Random(2)));
    return this;
  }

  private void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  void enter(Phase next) {
    phase = next;
  }

  private void call(int number, Tally tally) {
    Random random = new Random(number);
    while (!ended) {
      long key = number * ROWS_EACH + random.nextInt(ROWS_EACH);
      Phase before = phase;
      long begin = System.nanoTime();
      read(here.alone(), alone, key, Duration.ZERO);
      tally.add(before, System.nanoTime() - begin);
      read(here.near(), near, key, here.bound());
      LockSupport.parkNanos(THINKING.toNanos());
    }
  }

  private void read(Cache<Long, Long> cache, Source source, long key, Duration bound) {
    Row row = source.row(key);
    long begin = System.nanoTime();
    try {
      long version = cache.get(key, source::load);
      judge(row, version, begin, bound);
    } catch (Throwable e) {
      exceptions.add(e);
    }
  }

  private void judge(Row row, long version, long begin, Duration bound) {
    if (version < 1 || version > row.version()) {
      wrong.incrementAndGet();
    } else if (row.isOutdated(version, begin - bound.toNanos())) {
      outdated.incrementAndGet();
    } else if (row.isOverwritten(version, begin - GRACE.toNanos() - bound.toNanos())) {
      lastOverwritten.accumulateAndGet(begin, Math::max);
    }
  }

  private void write(Caches caches, Random random) {
    while (!ended) {
      evict(caches.alone(), alone, random.nextInt(alone.size()));
      evict(caches.near(), near, random.nextInt(near.size()));
      LockSupport.parkNanos(BETWEEN_WRITES.toNanos());
    }
  }

  private void evict(Cache<Long, Long> cache, Source source, long key) {
    Row row = source.row(key);
    long version = row.write();
    writes.incrementAndGet();
    try {
      if (cache.failSafe().evict(key) instanceof WriteResult.Done) {
        row.acknowledge(version);
      } else {
        unconfirmed.incrementAndGet();
      }
    } catch (Throwable e) {
      exceptions.add(e);
    }
  }

  @Override
  public void close() {
    ended = true;
    threads.forEach(Load::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long the calls of the cache without a local tier took, in order of length. */
  long[] times(Phase of) {
    return Tally.sorted(tallies, of);
  }

  /** What callers saw; to be none. */
  List<Throwable> exceptions() {
    return List.copyOf(exceptions);
  }

  /** Reads of what an acknowledged evict had made outdated longer ago than the bound. */
  long outdated() {
    return outdated.get();
  }

  /** Reads of what never was in the source. */
  long wrong() {
    return wrong.get();
  }

  long writes() {
    return writes.get();
  }

  /** Evicts that the store did not confirm. */
  long unconfirmed() {
    return unconfirmed.get();
  }

  /** When somebody read what had been overwritten for long, or 0: its evict was not confirmed. */
  long lastOverwritten() {
    return lastOverwritten.get();
  }

  long loads() {
    return alone.loads() + near.loads();
  }
}
