package dev.larder;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class SweeperTest {
  @Test
  void aSweepThatFailsDoesNotEndTheLaterOnes() {
    Runnable failing =
        () -> {
          throw new StackOverflowError();
        };
    try (Sweeper sweeper = new Sweeper(failing)) {
      // What the executor sees thrown, it does not run again.
      assertThatCode(sweeper::sweep).doesNotThrowAnyException();
    }
  }
}
