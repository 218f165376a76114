package dev.larder.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.spi.Messaging.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of messages for which there is no thread. */
class HandedOverTest {
  private final List<String> heard = new ArrayList<>();
  private final Listener listener =
      new Listener() {
        @Override
        public void heard(long number, byte[] message) {
          heard.add(number + ":" + new String(message, UTF_8));
        }

        @Override
        public void interrupted() {
          heard.add("interrupted");
        }
      };

  private Throwable fault;
  private Runnable handed;

  /** Fails as it is told; what it takes is run by {@link #run}. */
  private final Executor threads =
      task -> {
        if (fault instanceof Error error) {
          throw error;
        }
        if (fault instanceof RuntimeException exception) {
          throw exception;
        }
        handed = task;
      };

  private final HandedOver handedOver = new HandedOver(listener, threads);

  private void run() {
    Runnable task = handed;
    handed = null;
    task.run();
  }

  private void say(long number) {
    handedOver.heard(number, "word".getBytes(UTF_8));
  }

  private static List<Throwable> faults() {
    return List.of(
        new OutOfMemoryError("unable to create native thread"),
        new RejectedExecutionException("no more"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatNoThreadIsToBeHadForIsAnInterruptionThatTheNextMessageTells(Throwable lack) {
    fault = lack;
    say(1);
    say(2);
    assertThat(heard).isEmpty();
    fault = null;
    say(3);
    run();
    assertThat(heard).containsExactly("interrupted", "3:word");
    say(4);
    run();
    assertThat(heard).containsExactly("interrupted", "3:word", "4:word");
  }

  @Test
  void anInterruptionThatNoThreadWasToBeHadForIsToldWithTheNextMessage() {
    fault = new OutOfMemoryError("unable to create native thread");
    handedOver.interrupted();
    fault = null;
    say(1);
    run();
    assertThat(heard).containsExactly("interrupted", "1:word");
  }

  @Test
  void whatWaitsForOneThreadIsHeardInOrder() {
    say(1);
    say(2);
    handedOver.interrupted();
    say(3);
    run();
    assertThat(heard).containsExactly("interrupted", "3:word");
  }
}
