package dev.larder.internal.kryo;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lends things to one thread at a time, and keeps a bounded number of them; without locks, and with
 * nothing left behind in threads.
 */
final class Pool<T> {
  /** Threads come by different ways, so that they seldom meet at one place. */
  private static final int STEP = 0x9E3779B9;

  private static final int PLACES_PER_PROCESSOR = 4;

  private final Supplier<T> maker;
  private final AtomicReferenceArray<@Nullable T> places;

  Pool(Supplier<T> maker) {
    this.maker = maker;
    int wanted = PLACES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    this.places = new AtomicReferenceArray<>(Integer.highestOneBit(wanted));
  }

  /** One that nobody else has. */
  T take() {
    int start = start();
    for (int i = 0; i < places.length(); i++) {
      int place = place(start + i);
      T kept = places.get(place) == null ? null : places.getAndSet(place, null);
      if (kept != null) {
        return kept;
      }
    }
    return maker.get();
  }

  /** Keeps one, if there is room. */
  void give(T thing) {
    int start = start();
    for (int i = 0; i < places.length(); i++) {
      if (places.compareAndSet(place(start + i), null, thing)) {
        return;
      }
    }
  }

  /** Where a thread begins to look. */
  private static int start() {
    return ((int) Thread.currentThread().getId() * STEP) >>> 16;
  }

  private int place(int number) {
    return number & (places.length() - 1);
  }
}
