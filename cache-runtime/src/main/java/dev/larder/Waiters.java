package dev.larder;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Threads that wait for other processes' loads, by key, to be woken by word of their end. */
final class Waiters {
  private final Map<Object, List<Waiter>> waiting = new ConcurrentHashMap<>();

  /** The current thread as one that waits for a key, until it closes this. */
  Waiter add(Object key) {
    Waiter waiter = new Waiter(key);
    waiting.merge(
        key, List.of(waiter), (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
    return waiter;
  }

  /** Lets those who wait for the key ask again. */
  void wake(Object key) {
    waiting.getOrDefault(key, List.of()).forEach(Waiter::wake);
  }

  /** Lets all ask again. */
  void wakeAll() {
    waiting.keySet().forEach(this::wake);
  }

  /** A thread that waits. */
  final class Waiter implements AutoCloseable {
    private final Object key;
    private final Thread thread = Thread.currentThread();
    private volatile boolean woken;

    private Waiter(Object key) {
      this.key = key;
    }

    /**
     * Waits until it is woken, but no longer than this; not at all if it was woken since it last
     * waited. May return early.
     */
    void await(long mostNanos) {
      // Whatever else this thread does may use up the permit that waking it leaves.
      if (!woken) {
        LockSupport.parkNanos(this, mostNanos);
      }
      woken = false;
    }

    private void wake() {
      woken = true;
      LockSupport.unpark(thread);
    }

    @Override
    public void close() {
      waiting.computeIfPresent(
          key,
          (k, some) -> {
            List<Waiter> others = some.stream().filter(each -> each != this).toList();
            return others.isEmpty() ? null : others;
          });
    }
  }
}
