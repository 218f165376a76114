package dev.larder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs on a manager's executor, where that takes nothing. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TasksTest {
  static Stream<Throwable> faults() {
    return Stream.of(
        new OutOfMemoryError("unable to create native thread"),
        new IllegalStateException("full"),
        new StackOverflowError());
  }

  private static Executor throwing(Throwable fault) {
    return task -> {
      if (fault instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) fault;
    };
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatIsNotTakenFailsAndIsNotWaitedFor(Throwable fault) {
    Tasks tasks = new Tasks(throwing(fault), () -> {}, Duration.ofHours(1));
    assertThatThrownBy(() -> tasks.run(() -> true).toCompletableFuture().join())
        .isInstanceOf(CompletionException.class)
        .hasCause(fault);
    tasks.close();
  }
}
