package dev.larder;

import dev.larder.internal.thread.DetachedThreads;
import dev.larder.spi.Store;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the channels of a manager, on a thread for each store that carries messages: one that
 * hangs holds up no other's.
 */
final class Looks implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(Looks.class);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final ThreadFactory factory;
  private final ReentrantLock lock = new ReentrantLock();
  private final IdentityHashMap<Object, StoreThread> threads = new IdentityHashMap<>();
  private volatile boolean closed;

  Looks() {
    this(new DetachedThreads("larder-channel"));
  }

  Looks(ThreadFactory factory) {
    this.factory = factory;
  }

  /** Something to be looked after. */
  interface Watched {
    /** Does what is due, and gives in how many nanoseconds it is to be called again. */
    long look();

    /** Whether nothing is known to be amiss. */
    boolean isSound();
  }

  /**
   * From now on looks after this, beside whatever else is carried by the same store. If no thread
   * is to be had, that is thrown, and the next call for the store tries again.
   */
  void add(Object carrier, Watched watched) {
    lock.lock();
    try {
      if (!closed) {
        threads.computeIfAbsent(carrier, StoreThread::new).add(watched);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Something may be due earlier than was said. */
  void hurry(Object carrier) {
    lock.lock();
    try {
      StoreThread thread = threads.get(carrier);
      if (thread != null) {
        thread.wake();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Does not wait for a thread that a store holds up. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      threads.values().forEach(StoreThread::end);
      threads.clear();
    } finally {
      lock.unlock();
    }
  }

  /** The thread of one store. */
  private final class StoreThread {
    private final List<Watched> watched = new CopyOnWriteArrayList<>();
    private final String name;
    private @Nullable Thread thread;
    private boolean soundWhenLogged = true;

    StoreThread(Object carrier) {
      this.name = carrier instanceof Store store ? store.name() : carrier.getClass().getName();
    }

    void add(Watched more) {
      watched.add(more);
      wake();
    }

    /** To be called under the lock, as {@link #end} is. */
    void wake() {
      if (thread == null || thread.getState() == Thread.State.TERMINATED) {
        Thread created = factory.newThread(this::run);
        created.start();
        thread = created;
      } else {
        LockSupport.unpark(thread);
      }
    }

    void end() {
      if (thread != null) {
        thread.interrupt();
      }
    }

    private void run() {
      while (!closed) {
        LockSupport.parkNanos(this, Math.max(lookAtAll(), SHORTEST_PAUSE_NANOS));
        // A store may have left it set, and no pause would be one any more.
        Thread.interrupted();
      }
    }

    private long lookAtAll() {
      long pause = LONGEST_PAUSE_NANOS;
      try {
        for (Watched each : watched) {
          pause = Math.min(pause, look(each));
        }
        logChange(watched.stream().filter(each -> !each.isSound()).count());
      } catch (Throwable e) {
        // What cannot even be logged must not end all later looks.
        return LONGEST_PAUSE_NANOS;
      }
      return pause;
    }

    /** A line for all caches of the store: they fail and recover together. */
    private void logChange(long unsound) {
      if (closed || soundWhenLogged == (unsound == 0)) {
        return;
      }
      soundWhenLogged = unsound == 0;
      if (soundWhenLogged) {
        LOGGER.info("word of other processes' writes is heard again through the store {}", name);
      } else {
        LOGGER.warn(
            "word of other processes' writes may be lost: {} of {} caches do not know that they hear"
                + " it all through the store {}",
            unsound,
            watched.size(),
            name);
      }
    }

    private long look(Watched each) {
      try {
        return closed ? 0 : each.look();
      } catch (Throwable e) {
        // Thrown on, it would silently end all later looks.
        LOGGER.warn("a channel could not be looked after", e);
        return LONGEST_PAUSE_NANOS;
      }
    }
  }
}
