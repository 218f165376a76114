package dev.larder.testkit;

import dev.larder.spi.Messaging.Listener;
import dev.larder.spi.Messaging.Subscription;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The messages of a {@link FakeStore} and all its connections. They arrive before {@code publish}
 * returns, on its thread, until a test holds or drops them.
 */
public final class FakeMessages {
  private final ReentrantLock delivery = new ReentrantLock();
  private final List<Registration> registrations = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private final Map<String, Long> numbers = new HashMap<>();

  /** How often a count began; none comes to where the next one begins. */
  private long begun;

  private Mode mode = Mode.DELIVERED;
  private int toBeLost;

  FakeMessages() {}

  private enum Mode {
    DELIVERED,
    HELD,
    DROPPED
  }

  /** One registration; no two are equal. */
  private static final class Registration {
    private final String channel;
    private final Listener listener;

    Registration(String channel, Listener listener) {
      this.channel = channel;
      this.listener = listener;
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

  /** The next message that is numbered is lost, whatever becomes of the others. */
  public void dropNext() {
    locked(() -> toBeLost++);
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

  long publish(String channel, byte[] message) {
    delivery.lock();
    try {
      Long last = numbers.get(channel);
      long number = last == null ? beginning() : last + 1;
      numbers.put(channel, number);
      if (toBeLost > 0) {
        toBeLost--;
      } else {
        send(channel, number, message.clone());
      }
      return number;
    } finally {
      delivery.unlock();
    }
  }

  /** Sends what is not counted. */
  void whisper(String channel, byte[] message) {
    locked(() -> send(channel, 0, message.clone()));
  }

  private void send(String channel, long number, byte[] message) {
    switch (mode) {
      case DELIVERED -> deliver(channel, number, message);
      case HELD -> held.add(() -> deliver(channel, number, message));
      case DROPPED -> {}
    }
  }

  long lastNumber(String channel) {
    delivery.lock();
    try {
      return numbers.computeIfAbsent(channel, unknown -> beginning());
    } finally {
      delivery.unlock();
    }
  }

  private long beginning() {
    return 1_000_000 * ++begun;
  }

  /** The store has lost count, as one that evicts or restarts does. */
  public void forgetNumbers() {
    locked(numbers::clear);
  }

  private void deliver(String channel, long number, byte[] message) {
    for (Registration each : registrations) {
      if (each.channel.equals(channel)) {
        each.listener.heard(number, message.clone());
      }
    }
  }

  /** All listeners hear that messages may have been lost, as after a reconnection. */
  public void interrupt() {
    locked(() -> registrations.forEach(each -> each.listener.interrupted()));
  }

  Subscription subscribe(String channel, Listener listener) {
    Registration registration = new Registration(channel, listener);
    registrations.add(registration);
    return () -> registrations.remove(registration);
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
