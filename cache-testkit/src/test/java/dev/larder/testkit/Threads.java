package dev.larder.testkit;

import java.util.List;

/** The threads that there are. */
final class Threads {
  private Threads() {}

  /** Returns when those of a name have ended. */
  static void awaitEnd(String name) throws InterruptedException {
    for (Thread thread : named(name)) {
      thread.join();
    }
  }

  private static List<Thread> named(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .toList();
  }
}
