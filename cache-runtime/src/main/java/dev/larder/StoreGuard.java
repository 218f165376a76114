package dev.larder;

import dev.larder.spi.Punctual;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stands before one store, so that nobody waits for it longer than he may. */
final class StoreGuard {
  private final String storeName;
  private final Runnable ping;
  private final @Nullable DetachedCalls detached;

  /**
   * The guard of a store.
   *
   * @param isPunctual whether its calls end by themselves when their time is over
   * @param ping asks it for a sign of life
   */
  StoreGuard(String storeName, boolean isPunctual, Runnable ping) {
    this.storeName = storeName;
    this.ping = ping;
    this.detached = isPunctual ? null : new DetachedCalls(storeName);
  }

  /** The guard of a store. */
  static StoreGuard of(Store store) {
    return new StoreGuard(store.name(), store instanceof Punctual, store::ping);
  }

  String storeName() {
    return storeName;
  }

  /**
   * What the store answers before the {@link dev.larder.spi.Deadline}; throws what it throws.
   *
   * @param late takes the answer that comes after it
   */
  <T extends @Nullable Object> T ask(Supplier<T> question, Consumer<? super T> late) {
    return detached == null ? question.get() : detached.call(question, late);
  }

  /** Goes through many keys, which takes its time; throws where nothing comes for a while. */
  void walk(Consumer<Consumer<String>> walk, Consumer<String> each, Duration longestPause) {
    if (detached == null) {
      walk.accept(each);
    } else {
      detached.walk(walk, each, longestPause);
    }
  }

  /** Asks for a sign of life. */
  void ping() {
    ask(
        () -> {
          ping.run();
          return true;
        },
        late -> {});
  }
}
