package dev.larder.testkit.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks a server again and again, with longer and longer pauses, until it says what is hoped for.
 */
final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long FIRST_PAUSE_MILLIS = 1;
  private static final long LONGEST_PAUSE_MILLIS = 50;

  private Await() {}

  /**
   * Returns when the question is answered with true.
   *
   * @param question an exception counts as false
   * @throws IllegalStateException if that takes a minute; what was waited for and the last
   *     exception are in it
   */
  static void until(Supplier<String> hope, Callable<Boolean> question) {
    long end = System.nanoTime() + LIMIT.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      Exception last = null;
      try {
        if (question.call()) {
          return;
        }
      } catch (StartFailure e) {
        throw e;
      } catch (Exception e) {
        last = e;
      }
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("not within %s: %s".formatted(LIMIT, hope.get()), last);
      }
      pause(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted while waiting for a server", e);
    }
  }
}
