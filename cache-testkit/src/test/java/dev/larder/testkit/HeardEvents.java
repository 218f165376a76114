package dev.larder.testkit;

import dev.larder.CacheEvent;
import dev.larder.CacheListener;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** What a manager has told of. */
final class HeardEvents implements CacheListener {
  private final List<CacheEvent> all = new CopyOnWriteArrayList<>();
  private final BlockingQueue<CacheEvent> next = new LinkedBlockingQueue<>();

  @Override
  public void on(CacheEvent event) {
    all.add(event);
    next.add(event);
  }

  /** Waits for the next one of a kind; those of other kinds before it are passed over. */
  <E extends CacheEvent> E next(Class<E> kind) throws InterruptedException {
    CacheEvent event = next.take();
    while (!kind.isInstance(event)) {
      event = next.take();
    }
    return kind.cast(event);
  }

  /** All so far. */
  List<CacheEvent> all() {
    return List.copyOf(all);
  }
}
