package dev.larder.internal.load;

import org.jspecify.annotations.Nullable;

/**
 * A thread that is inside a loader, and the load of another thread that it waits for, if it does.
 *
 * <p>Following from a load to its thread, to the load that this one waits for, and so on, shows a
 * circle before a thread closes it. The edge is written before the way is walked, and both are
 * volatile: of two threads that close a circle together, at least one sees it.
 */
final class LoadingThread {
  /** More loads in a row than any thread waits through; ends the walk in a circle of others. */
  private static final int LONGEST_WAY = 1_000;

  private static final ThreadLocal<LoadingThread> CURRENT = new ThreadLocal<>();

  private volatile @Nullable Load<?> waitingFor;
  private int depth;

  /** The current thread's, from its outermost loader on. */
  static LoadingThread enter() {
    LoadingThread current = CURRENT.get();
    if (current == null) {
      current = new LoadingThread();
      CURRENT.set(current);
    }
    current.depth++;
    return current;
  }

  /** Whether this is the current thread's. */
  boolean isCurrent() {
    return CURRENT.get() == this;
  }

  /** Ends what {@link #enter} began; with the outermost, nothing of ours stays on the thread. */
  void exit() {
    if (--depth == 0) {
      CURRENT.remove();
    }
  }

  /**
   * Notes that this thread will wait for a load. Gives false, and notes nothing, if that had no
   * end.
   */
  boolean startWaitingFor(Load<?> load) {
    waitingFor = load;
    if (leadsBackHere(load)) {
      waitingFor = null;
      return false;
    }
    return true;
  }

  void stopWaiting() {
    waitingFor = null;
  }

  private boolean leadsBackHere(Load<?> first) {
    Load<?> load = first;
    for (int i = 0; load != null && i < LONGEST_WAY; i++) {
      if (load.owner() == this) {
        return true;
      }
      load = load.owner().waitingFor;
    }
    return false;
  }
}
