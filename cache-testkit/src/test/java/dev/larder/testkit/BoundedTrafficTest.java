package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.Cache;
import dev.larder.CacheManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * On real time: one process writes a key, another reads it from its local tier, and messages are
 * lost, late or cut off. What a read gives may be outdated for no longer than the bound.
 */
@Timeout(120)
class BoundedTrafficTest {
  private static final Duration BOUND = Duration.ofMillis(60);
  private static final int WRITES = 1_000;
  private static final int READERS = 2;

  private final FakeStore store = FakeStore.on(System::nanoTime);
  private final CacheManager here = manager(store);
  private final CacheManager there = manager(store.connect());

  /** When the write of each version was acknowledged; 0: not yet. */
  private final AtomicLongArray acknowledged = new AtomicLongArray(WRITES + 2);

  private final Queue<String> outdated = new ConcurrentLinkedQueue<>();
  private volatile boolean done;

  private static CacheManager manager(FakeStore store) {
    return CacheManager.builder()
        .chain(
            CacheContract.CHAIN,
            Managers.over(store, true).andThen(chain -> chain.maxStaleness(BOUND)))
        .build();
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @Test
  void i6_noReadIsOutdatedForLongerThanTheBound() throws InterruptedException {
    Cache<Long, String> reading = here.cache(CacheContract.USERS);
    Cache<Long, String> writing = there.cache(CacheContract.USERS);
    write(writing, 1);
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(new Thread(() -> readUntilDone(reading)));
    }
    readers.forEach(Thread::start);
    try {
      writeAll(writing);
    } finally {
      done = true;
      for (Thread reader : readers) {
        reader.join();
      }
    }
    assertThat(outdated).isEmpty();
    assertThat(reading.stats().lostMessages()).isPositive();
    assertThat(reading.stats().localHits()).isPositive();
    assertThat(reading.stats().distributedHits()).isPositive();
  }

  private void writeAll(Cache<Long, String> writing) {
    Random random = new Random(4);
    for (int version = 2; version <= WRITES; version++) {
      boolean rests = spoil(random);
      write(writing, version);
      // The last message of a burst is the one whose loss no other shows.
      LockSupport.parkNanos(rests ? BOUND.toNanos() * 2 : 50_000);
      store.messages().deliver();
    }
  }

  private void write(Cache<Long, String> writing, int version) {
    writing.put(1L, String.valueOf(version));
    acknowledged.set(version, System.nanoTime());
  }

  /** Lets something become of the next message; gives whether nothing is to come for a while. */
  private boolean spoil(Random random) {
    switch (random.nextInt(100)) {
      case 0 -> store.messages().dropNext();
      case 1 -> store.messages().hold();
      case 2 -> store.messages().drop();
      case 3 -> store.messages().interrupt();
      default -> {
        return false;
      }
    }
    return random.nextBoolean();
  }

  private void readUntilDone(Cache<Long, String> reading) {
    while (!done && outdated.size() < 10) {
      long before = System.nanoTime();
      String value = reading.get(1L);
      check(value == null ? 0 : Integer.parseInt(value), before);
    }
  }

  private void check(int version, long begunNanos) {
    long next = acknowledged.get(version + 1);
    if (next != 0 && begunNanos - next > BOUND.toNanos()) {
      long millis = Duration.ofNanos(begunNanos - next).toMillis();
      outdated.add("version " + version + ", outdated for " + millis + " ms");
    }
  }
}
