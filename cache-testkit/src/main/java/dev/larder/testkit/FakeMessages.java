package dev.larder.testkit;

import dev.larder.spi.Messaging.Subscription;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The messages of a {@link FakeStore} and all its connections. They arrive before {@code publish}
 * returns, on its thread, until a test holds or drops them.
 */
public final class FakeMessages {
  private final ReentrantLock delivery = new ReentrantLock();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private Mode mode = Mode.DELIVERED;

  FakeMessages() {}

  private enum Mode {
    DELIVERED,
    HELD,
    DROPPED
  }

  /** One registration; no two are equal. */
  private static final class Listener {
    private final String channel;
    private final Consumer<byte[]> consumer;

    Listener(String channel, Consumer<byte[]> consumer) {
      this.channel = channel;
      this.consumer = consumer;
    }
  }

  /** From now on messages wait for {@link #deliver}. */
  public void hold() {
    locked(() -> mode = Mode.HELD);
  }

  /** From now on messages are lost; so are those that wait. */
  public void drop() {
    locked(
        () -> {
          mode = Mode.DROPPED;
          held.clear();
        });
  }

  /** Delivers what waits, in the order it was sent, and from now on delivers at once. */
  public void deliver() {
    locked(
        () -> {
          mode = Mode.DELIVERED;
          while (!held.isEmpty()) {
            held.remove().run();
          }
        });
  }

  /** How many messages wait. */
  public int held() {
    delivery.lock();
    try {
      return held.size();
    } finally {
      delivery.unlock();
    }
  }

  void publish(String channel, byte[] message) {
    byte[] sent = message.clone();
    locked(
        () -> {
          switch (mode) {
            case DELIVERED -> deliver(channel, sent);
            case HELD -> held.add(() -> deliver(channel, sent));
            case DROPPED -> {}
          }
        });
  }

  private void deliver(String channel, byte[] message) {
    for (Listener listener : listeners) {
      if (listener.channel.equals(channel)) {
        listener.consumer.accept(message.clone());
      }
    }
  }

  Subscription subscribe(String channel, Consumer<byte[]> consumer) {
    Listener listener = new Listener(channel, consumer);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void locked(Runnable action) {
    delivery.lock();
    try {
      action.run();
    } finally {
      delivery.unlock();
    }
  }
}
