package dev.larder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Calls of a store on threads of their own, where none is to be had. */
class DetachedCallsTest {
  private final ScarceThreads threads = new ScarceThreads();
  private final DetachedCalls calls = new DetachedCalls("own", threads);

  private String answer() {
    return calls.call(() -> "answer", late -> {});
  }

  @Test
  void i2_aStoreThatNoThreadCanAskHasNotAnswered() {
    assertThatThrownBy(this::answer)
        .isInstanceOf(CacheTimeoutException.class)
        .hasMessage("no thread is to be had that waits for the store own")
        .hasCauseInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void itIsAskedAgainHoweverOftenThereWasNoThread() {
    for (int i = 0; i <= DetachedCalls.MOST_THREADS; i++) {
      assertThatThrownBy(this::answer).hasMessageStartingWith("no thread is to be had");
    }
    threads.areToBeHad();
    assertThat(answer()).isEqualTo("answer");
  }
}
