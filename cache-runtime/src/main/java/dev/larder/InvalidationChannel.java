package dev.larder;

import dev.larder.spi.Messaging;
import dev.larder.spi.Store;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Carries word of what is outdated between the processes that hold a cache; silent where the store
 * carries no messages.
 */
final class InvalidationChannel {
  private final Store store;
  private final KeySpace keys;
  private final Counters counters;
  private final StoreFaults faults;
  private final UUID sender;
  private final ReentrantLock subscribing = new ReentrantLock();
  private volatile Messaging.@Nullable Subscription subscription;
  private volatile @Nullable InvalidationListener listener;
  private boolean closed;

  InvalidationChannel(Store store, KeySpace keys, Counters counters, UUID sender) {
    this.store = store;
    this.keys = keys;
    this.counters = counters;
    this.faults = new StoreFaults(store.name(), counters);
    this.sender = sender;
  }

  /** Begins to listen for somebody. */
  void listenFor(InvalidationListener somebody) {
    listener = somebody;
    listen();
  }

  /** Begins to listen, if that has not succeeded yet. */
  void listen() {
    InvalidationListener heard = listener;
    if (heard != null
        && subscription == null
        && store instanceof Messaging messaging
        && subscribing.tryLock()) {
      try {
        subscribe(messaging, heard);
      } finally {
        subscribing.unlock();
      }
    }
  }

  private void subscribe(Messaging messaging, InvalidationListener heard) {
    if (subscription != null || closed) {
      return;
    }
    faults.answer(
        () -> {
          subscription = messaging.subscribe(keys.channel(), bytes -> hear(bytes, heard));
          // What was said before is not heard any more: it may have been about any key.
          heard.cleared();
          return true;
        },
        fault -> false);
  }

  private void hear(byte[] bytes, InvalidationListener heard) {
    Invalidation message = Invalidation.decode(bytes);
    if (message == null) {
      // Someone else's message, or a damaged one: it may have been any key's.
      counters.storeFailure();
      heard.cleared();
    } else if (!message.sender().equals(sender)) {
      hear(message.keyText(), heard);
    }
  }

  private void hear(@Nullable String keyText, InvalidationListener heard) {
    Object key = keyText == null ? null : parsed(keyText);
    if (key == null) {
      heard.cleared();
    } else {
      heard.evicted(key);
    }
  }

  /** The key of a text; null if it cannot be told which it is. */
  private @Nullable Object parsed(String keyText) {
    try {
      return keys.parse(keyText);
    } catch (CacheConfigurationException e) {
      // Opened but for clearing, the cache holds nothing yet.
      return null;
    } catch (CacheValidationException e) {
      counters.storeFailure();
      return null;
    }
  }

  void tellEvicted(Object key) {
    tell(keys.text(key));
  }

  void tellCleared() {
    tell(null);
  }

  private void tell(@Nullable String keyText) {
    if (store instanceof Messaging messaging) {
      byte[] message = new Invalidation(sender, keyText).encode();
      faults.run(() -> messaging.publish(keys.channel(), message));
    }
  }

  /** Ends the listening. */
  void close() {
    subscribing.lock();
    try {
      closed = true;
      Messaging.Subscription ended = subscription;
      if (ended != null) {
        faults.answer(
            () -> {
              ended.close();
              return true;
            },
            fault -> false);
      }
    } finally {
      subscribing.unlock();
    }
  }
}
