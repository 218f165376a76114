package dev.larder.integration.faults;

import dev.larder.Cache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Threads of one worker that read and write a few rows through a cache, at random. */
final class Traffic {
  private static final int THREADS = 4;

  /** Few, so that much happens to each. */
  private static final int ROWS = 12;

  /** Which rows are put, by one worker each: the order of two puts is their callers' to see to. */
  private static final int PUT_EACH = 4;

  private static final long SHORT_NANOS = 20_000;

  private final Cache<Long, Long> cache;
  private final DatabaseConnection database;
  private final Share share;
  private final AtomicLong reads = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Object putting = new Object();

  Traffic(Cache<Long, Long> cache, DatabaseConnection database, Share share) {
    this.cache = cache;
    this.database = database;
    this.share = share;
  }

  /**
   * One worker's part.
   *
   * @param worker its number
   * @param workers how many there are
   * @param first the number of the first row; those from there on are this cache's
   * @param writes whether it writes, too
   */
  record Share(int worker, int workers, long first, boolean writes) {
    private boolean puts(int row) {
      return row / PUT_EACH % workers == worker;
    }
  }

  /** How many reads the cache has to have counted. */
  long reads() {
    return reads.get();
  }

  /** Goes on for so long; gives what was thrown, or nothing. */
  String run(Duration time, long seed, List<Event> history) {
    long end = System.nanoTime() + time.toNanos();
    List<List<Event>> parts = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      List<Event> events = new ArrayList<>();
      Random random = new Random(seed * THREADS + i);
      parts.add(events);
      threads.add(new Thread(() -> run(end, random, events), "traffic " + i));
    }
    threads.forEach(Thread::start);
    threads.forEach(Traffic::join);
    parts.forEach(history::addAll);
    return String.join("; ", failures);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted amid the traffic", e);
    }
  }

  private void run(long end, Random random, List<Event> events) {
    try {
      long begin = System.nanoTime();
      while (begin - end < 0) {
        operate(random, random.nextInt(ROWS), events);
        rest(System.nanoTime() - begin);
        begin = System.nanoTime();
      }
    } catch (RuntimeException | LinkageError failure) {
      failures.add("threw " + failure);
    }
  }

  /** Of hits in the local tier, a history of seconds would have millions. */
  private static void rest(long taken) {
    if (taken < SHORT_NANOS) {
      LockSupport.parkNanos(SHORT_NANOS);
    }
  }

  private void operate(Random random, int row, List<Event> events) {
    int kind = random.nextInt(100);
    long key = key(row);
    if (kind < 64) {
      find(key, events);
    } else if (kind < 70) {
      look(key, events);
    } else if (kind < 74) {
      findAll(List.of(key, key((row + 1) % ROWS), key((row + 5) % ROWS)), events);
    } else if (!share.writes()) {
      // No refresh either: it would mend what is outdated.
      find(key, events);
    } else if (kind < 78) {
      refresh(key, events);
    } else if (isPut(row)) {
      put(row, events);
    } else if (kind < 98) {
      evict(random, row, events);
    } else {
      written(key, events, version -> cache.clear());
    }
  }

  private long key(int row) {
    return share.first() + row;
  }

  private static boolean isPut(int row) {
    return row % PUT_EACH == 0;
  }

  private void find(long key, List<Event> events) {
    reads.incrementAndGet();
    long begin = System.nanoTime();
    long version = cache.get(key, database::read);
    events.add(new Event(Event.Kind.READ, key, version, begin, System.nanoTime()));
  }

  private void refresh(long key, List<Event> events) {
    long begin = System.nanoTime();
    long version = cache.refresh(key, database::read);
    events.add(new Event(Event.Kind.READ, key, version, begin, System.nanoTime()));
  }

  private void look(long key, List<Event> events) {
    reads.incrementAndGet();
    long begin = System.nanoTime();
    Long version = cache.get(key);
    if (version != null) {
      events.add(new Event(Event.Kind.READ, key, version, begin, System.nanoTime()));
    }
  }

  private void findAll(List<Long> keys, List<Event> events) {
    reads.addAndGet(keys.size());
    long begin = System.nanoTime();
    var found = cache.getAll(keys);
    long end = System.nanoTime();
    found.forEach(
        (key, version) -> events.add(new Event(Event.Kind.READ, key, version, begin, end)));
  }

  private void put(int row, List<Event> events) {
    if (share.puts(row)) {
      synchronized (putting) {
        written(key(row), events, version -> cache.put(key(row), version));
      }
    }
  }

  private void evict(Random random, int row, List<Event> events) {
    if (isPut(row + 1) || random.nextInt(4) > 0) {
      written(key(row), events, version -> cache.evict(key(row)));
    } else {
      List<Long> both = List.of(key(row), key(row + 1));
      written(
          both.get(0),
          events,
          version -> written(both.get(1), events, other -> cache.evictAll(both)));
    }
  }

  /** What follows a write of the database. */
  private interface AfterWrite {
    void of(long version);
  }

  private void written(long key, List<Event> events, AfterWrite then) {
    long begin = System.nanoTime();
    long version = database.write(key);
    then.of(version);
    events.add(new Event(Event.Kind.WRITE, key, version, begin, System.nanoTime()));
  }
}
