package dev.larder.redis;

import dev.larder.spi.Messaging.Listener;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a listener in other threads than those that receive, one call at a time and in order, so
 * that one that blocks holds up nobody else. More than it can hold is an interruption, and so is
 * what no thread is to be had for.
 */
final class HandedOver {
  private static final Logger LOGGER = LoggerFactory.getLogger(HandedOver.class);
  private static final int MOST = 10_000;

  private final Listener listener;
  private final Executor executor;
  private final Queue<Runnable> calls = new ArrayDeque<>();
  private boolean running;
  private boolean told;
  private boolean closed;

  HandedOver(Listener listener, Executor executor) {
    this.listener = listener;
    this.executor = executor;
  }

  void heard(long number, byte[] message) {
    add(() -> listener.heard(number, message));
  }

  synchronized void interrupted() {
    // What waits may be about anything, and so is this.
    calls.clear();
    add(listener::interrupted);
  }

  private synchronized void add(Runnable call) {
    if (closed) {
      return;
    }
    if (calls.size() >= MOST) {
      calls.clear();
      calls.add(listener::interrupted);
    }
    calls.add(call);
    if (!running) {
      handOver();
    }
  }

  /** To be called under the lock. Where no thread is to be had, the next message asks for one. */
  private void handOver() {
    running = true;
    try {
      executor.execute(this::run);
      told = false;
    } catch (RuntimeException | Error e) {
      running = false;
      calls.clear();
      calls.add(listener::interrupted);
      tellOnce(e);
    }
  }

  private void tellOnce(Throwable fault) {
    if (!told) {
      told = true;
      LOGGER.warn("messages are lost, as there is no thread to hear them", fault);
    }
  }

  private void run() {
    boolean isThrough = false;
    try {
      for (Runnable call = next(); call != null; call = next()) {
        run(call);
      }
      isThrough = true;
    } finally {
      if (!isThrough) {
        brokenOff();
      }
    }
  }

  private void run(Runnable call) {
    try {
      call.run();
    } catch (Throwable e) {
      LOGGER.warn("a listener to messages failed", e);
      tellOfInterruption();
    }
  }

  /** What ails the whole JVM has ended the thread; the next message asks for another. */
  private synchronized void brokenOff() {
    running = false;
    calls.clear();
    calls.add(listener::interrupted);
  }

  /** What was not heard may have been about anything. */
  private void tellOfInterruption() {
    try {
      listener.interrupted();
    } catch (Throwable e) {
      LOGGER.warn("a listener to messages failed once more", e);
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Runnable next() {
    Runnable call = closed ? null : calls.poll();
    running = call != null;
    return call;
  }

  synchronized void close() {
    closed = true;
    calls.clear();
  }
}
