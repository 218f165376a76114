package dev.larder.testkit;

import java.util.List;

/** The threads that there are. */
final class Threads {
  private Threads() {}

  static List<Thread> named(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .toList();
  }
}
