package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** The same for another process, which reads the store as soon as it is told. */
  private final AtomicIntegerArray outdatedThere = new AtomicIntegerArray(8);

  private final KeptEvicts kept =
      new KeptEvicts(
          () -> "raced", new Store(), new Events(List.of()), () -> {}, () -> {}, () -> {});

  private final class Store implements KeptEvicts.Delivery {
    @Override
    public void evict(List<String> keyTexts) {
      keyTexts.forEach(text -> outdated.set(Integer.parseInt(text), 0));
    }

    @Override
    public void clear() {
      IntStream.range(0, outdated.length()).forEach(key -> outdated.set(key, 0));
    }

    @Override
    public void tellWritten(List<String> keyTexts) {
      keyTexts.forEach(text -> tell(Integer.parseInt(text)));
    }

    @Override
    public void tellCleared() {
      IntStream.range(0, outdated.length()).forEach(this::tell);
    }

    private void tell(int key) {
      outdatedThere.set(key, outdated.get(key));
    }
  }

  private void write(int key) {
    outdated.incrementAndGet(key);
    outdatedThere.incrementAndGet(key);
    kept.keep(List.of(String.valueOf(key)));
  }

  /** The store has confirmed it. */
  private void writeUntold(int key) {
    outdatedThere.incrementAndGet(key);
    kept.keepWord(List.of(String.valueOf(key)));
  }

  private void clear() {
    outdated.incrementAndGet(0);
    outdatedThere.incrementAndGet(7);
    kept.keepClear();
  }

  private void clearUntold() {
    outdatedThere.incrementAndGet(7);
    kept.keepWordOfClear();
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
    assertThat(outdatedThere.toString()).isEqualTo("[0, 0, 0, 0, 0, 0, 0, 0]");
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
  void ofWritesThatAreUntoldOrNotConfirmed() throws Exception {
    race(
        i -> {
          switch (i % 7) {
            case 0 -> clear();
            case 1 -> clearUntold();
            case 2, 3 -> writeUntold(i % 8);
            default -> write(i % 8);
          }
        });
  }

  @Test
  void whatIsUntoldAloneIsConfirmed() {
    kept.keepWord(List.of("1", "2"));
    assertThat(kept.isConfirmed()).isTrue();
    assertThat(kept.holds("1")).isFalse();
    assertThat(kept.isEmpty()).isFalse();
    kept.keep(List.of("2", "3"));
    assertThat(kept.holds("2")).isTrue();
    assertThat(kept.count()).isEqualTo(3);
    kept.evicts().deliver();
    assertThat(kept.isConfirmed()).isTrue();
    assertThat(kept.count()).isEqualTo(3);
    kept.words().deliver();
    assertThat(kept.isEmpty()).isTrue();
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

  @Test
  void whoMeetsWhatIsKeptAsksForItsDelivery() {
    AtomicInteger asked = new AtomicInteger();
    KeptEvicts met =
        new KeptEvicts(
            () -> "met",
            new Store(),
            new Events(List.of()),
            () -> {},
            () -> {},
            asked::incrementAndGet);
    met.goOn();
    assertThat(asked).hasValue(0);
    met.keep(List.of("1"));
    met.goOn();
    assertThat(asked).hasValue(1);
    met.deliver();
    met.goOn();
    assertThat(asked).hasValue(1);
  }
}
