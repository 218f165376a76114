package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.spi.Counting;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a store must do that counts. Counters are new for each test. */
public interface CountingContract {
  /** A connection; the same one during one test. */
  Counting counting();

  /** Another connection to the same contents, as another process has one. */
  Counting otherCounting();

  /** Lets time pass, in which stored things end. */
  void elapse(Duration time);

  private static String newCounter() {
    return "contract:1:counter:" + UUID.randomUUID();
  }

  @Test
  default void aCounterThatHasNotBegunIsNone() {
    assertThat(counting().count(newCounter())).isNull();
    assertThat(counting().reset(newCounter())).isFalse();
  }

  @Test
  default void countsFromZeroForAll() {
    String key = newCounter();
    assertThat(counting().add(key, 5, StoreContract.LONG)).isEqualTo(5);
    assertThat(otherCounting().add(key, 2, StoreContract.LONG)).isEqualTo(7);
    assertThat(counting().add(key, -3, StoreContract.LONG)).isEqualTo(4);
    assertThat(counting().count(key)).isEqualTo(4);
    assertThat(otherCounting().add(key, 0, StoreContract.LONG)).isEqualTo(4);
  }

  @Test
  default void aCounterOfZeroHasBegun() {
    String key = newCounter();
    assertThat(counting().add(key, 0, StoreContract.LONG)).isZero();
    assertThat(otherCounting().count(key)).isZero();
    assertThat(counting().reset(key)).isTrue();
    assertThat(otherCounting().count(key)).isNull();
  }

  @Test
  default void itsTimeRunsFromItsBeginning() {
    String key = newCounter();
    counting().add(key, 1, StoreContract.SHORT);
    counting().add(key, 1, StoreContract.LONG);
    elapse(StoreContract.SHORT);
    assertThat(counting().count(key)).isNull();
    assertThat(counting().add(key, 1, Duration.ZERO)).isEqualTo(1);
    elapse(StoreContract.SHORT);
    assertThat(otherCounting().count(key)).isEqualTo(1);
  }

  @Test
  default void noCountIsLostBetweenThreads() {
    String key = newCounter();
    List<CompletableFuture<Void>> threads =
        Stream.of(counting(), otherCounting(), counting(), otherCounting())
            .map(each -> CompletableFuture.runAsync(() -> addOneByOne(each, key)))
            .toList();
    threads.forEach(CompletableFuture::join);
    assertThat(counting().count(key)).isEqualTo(1_000);
  }

  private static void addOneByOne(Counting counting, String key) {
    for (int i = 0; i < 250; i++) {
      counting.add(key, 1, StoreContract.LONG);
    }
  }

  @Test
  default void aSumBeyondALongIsRefusedAndLosesNothing() {
    String key = newCounter();
    counting().add(key, Long.MAX_VALUE, StoreContract.LONG);
    assertThatThrownBy(() -> counting().add(key, 1, StoreContract.LONG))
        .isInstanceOf(ArithmeticException.class);
    assertThat(counting().count(key)).isEqualTo(Long.MAX_VALUE);
  }
}
