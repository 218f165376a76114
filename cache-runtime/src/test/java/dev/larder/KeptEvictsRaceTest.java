package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Evicts that are kept by many threads while another delivers them: none is lost. */
@Timeout(60)
class KeptEvictsRaceTest {
  private static final int THREADS = 4;
  private static final int WRITES = 50_000;

  /** How many writes of each key the store has not seen an evict after. */
  private final AtomicIntegerArray outdated = new AtomicIntegerArray(8);

  private final KeptEvicts kept =
      new KeptEvicts(() -> "raced", new Store(), new Events(List.of()), () -> {});

  private final class Store implements KeptEvicts.Delivery {
    @Override
    public void evict(List<String> keyTexts) {
      keyTexts.forEach(text -> outdated.set(Integer.parseInt(text), 0));
    }

    @Override
    public void clear() {
      IntStream.range(0, outdated.length()).forEach(key -> outdated.set(key, 0));
    }
  }

  private void write(int key) {
    outdated.incrementAndGet(key);
    kept.keep(List.of(String.valueOf(key)));
  }

  private void clear() {
    outdated.incrementAndGet(0);
    outdated.incrementAndGet(7);
    kept.keepClear();
  }

  private void race(IntConsumer write) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS + 1);
    CountDownLatch running = new CountDownLatch(THREADS);
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread writer = new Thread(() -> writeMany(start, write, running), "writer");
      writers.add(writer);
      writer.start();
    }
    start.await();
    while (running.getCount() > 0) {
      kept.deliver();
    }
    for (Thread writer : writers) {
      writer.join();
    }
    kept.deliver();
    assertThat(kept.isEmpty()).isTrue();
    assertThat(kept.count()).isZero();
    assertThat(outdated.toString()).isEqualTo("[0, 0, 0, 0, 0, 0, 0, 0]");
  }

  private static void writeMany(CyclicBarrier start, IntConsumer write, CountDownLatch running) {
    try {
      start.await();
      IntStream.range(0, WRITES).forEach(write);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      running.countDown();
    }
  }

  @Test
  void ofKeysAlone() throws Exception {
    race(i -> write(i % 8));
  }

  @Test
  void ofKeysAndClears() throws Exception {
    race(
        i -> {
          if (i % 5 == 0) {
            clear();
          } else {
            write(i % 8);
          }
        });
  }

  @Test
  void whatIsKeptIsHeldUntilItIsDelivered() {
    kept.keep(List.of("1"));
    assertThat(kept.holds("1")).isTrue();
    assertThat(kept.holds("2")).isFalse();
    kept.keepClear();
    assertThat(kept.holds("2")).isTrue();
    kept.keep(List.of("3"));
    assertThat(kept.count()).isEqualTo(1);
    kept.deliver();
    assertThat(kept.holds("1")).isFalse();
    assertThat(kept.isEmpty()).isTrue();
  }
}
