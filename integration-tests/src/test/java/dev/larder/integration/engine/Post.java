package dev.larder.integration.engine;

import java.util.HashMap;
import java.util.Map;

/** The messages that were sent to somebody and have not arrived. */
final class Post {
  private final Map<String, Integer> listeners = new HashMap<>();
  private int underWay;

  synchronized void listens(String channel) {
    listeners.merge(channel, 1, Integer::sum);
  }

  synchronized void listensNoMore(String channel) {
    listeners.merge(channel, -1, Integer::sum);
  }

  /** A message is about to be sent to whoever listens now. */
  synchronized void sent(String channel) {
    underWay += listeners.getOrDefault(channel, 0);
  }

  /** A message has reached one of those whom it was sent to, who has done what it said. */
  synchronized void arrived() {
    underWay--;
    notifyAll();
  }

  /** Returns when all that was sent has arrived. */
  synchronized void awaitArrival() {
    while (underWay > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(underWay + " messages have not arrived", e);
      }
    }
  }
}
