package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Kept evicts, their delivery and readers at once: none is lost, and no reader trusts the store's
 * entry of a key whose evict is kept.
 */
class KeptWritesRaceTest {
  private static final int ROUNDS = Boolean.getBoolean("larder.full") ? 20_000 : 500;

  /** A key is kept once more while it is delivered. */
  private static final Scenario KEPT_AGAIN =
      Scenario.of(List.of("deliver"), List.of("write 0")).after("write 0").then("read 0");

  /** A clear takes the place of keys while one asks for one of them. */
  private static final Scenario BECOMES_A_CLEAR =
      Scenario.of(List.of("read 0"), List.of("clear")).after("write 0").then("read 0");

  /** A key is kept while a clear is delivered. */
  private static final Scenario KEPT_DURING_A_CLEAR =
      Scenario.of(List.of("deliver"), List.of("write 1")).after("clear").then("read 1");

  @Test
  void noneIsLostAndNoneIsTrusted() {
    ModelChecking.exploreSome(
        KeptWrites.class,
        KeptWrites.NoneTrusted.class,
        KEPT_AGAIN,
        BECOMES_A_CLEAR,
        KEPT_DURING_A_CLEAR);
  }

  /** What the model checker is too slow for: the last key that finds room, and the first not to. */
  @Test
  void norIsAnyWhereTooManyBecomeAClear() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (int i = 0; i < ROUNDS; i++) {
        overflow(threads);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static void overflow(ExecutorService threads) throws Exception {
    int most = KeptKeys.MOST;
    KeptLedger ledger = new KeptLedger(most + 2);
    ledger.writeFirst(most);
    CyclicBarrier start = new CyclicBarrier(3);
    Future<?> overflown = threads.submit(() -> overflow(ledger, start));
    Future<?> delivered =
        threads.submit(
            () -> {
              start.await();
              ledger.kept.deliver();
              return ledger;
            });
    start.await();
    for (int i = 0; !overflown.isDone() || !delivered.isDone(); i++) {
      assertThat(ledger.isTrustedInVain(most - i % 2)).isFalse();
    }
    overflown.get();
    delivered.get();
    ledger.requireDelivered();
  }

  private static KeptLedger overflow(KeptLedger ledger, CyclicBarrier start) throws Exception {
    start.await();
    ledger.write(KeptKeys.MOST);
    ledger.write(KeptKeys.MOST + 1);
    return ledger;
  }
}
