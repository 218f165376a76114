package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.spi.Messaging;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries word of what is outdated between the processes that hold a cache; silent where the store
 * carries no messages.
 */
final class InvalidationChannel {
  private static final Logger LOGGER = LoggerFactory.getLogger(InvalidationChannel.class);

  /** How long after a refusal to ask again: twice as long each time, from the first to the last. */
  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private static final long LAST_PAUSE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Store store;
  private final KeySpace keys;
  private final StatsCounters counters;
  private final StoreFaults faults;
  private final UUID sender;
  private final ReentrantLock subscribing = new ReentrantLock();
  private volatile Messaging.@Nullable Subscription subscription;
  private final Clock clock;
  private volatile @Nullable InvalidationListener listener;
  private volatile boolean closed;
  private long nextTryNanos;
  private long pauseNanos = FIRST_PAUSE_NANOS;

  InvalidationChannel(
      Store store,
      KeySpace keys,
      StatsCounters counters,
      StoreFaults faults,
      Environment environment) {
    this.store = store;
    this.keys = keys;
    this.counters = counters;
    this.faults = faults;
    this.sender = environment.sender();
    this.clock = environment.clock();
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
      if (closed) {
        // Closed between this thread's last look and its unlocking: nobody else ends it then.
        close();
      }
    }
  }

  private void subscribe(Messaging messaging, InvalidationListener heard) {
    if (subscription != null || closed || clock.preciseNanos() < nextTryNanos) {
      return;
    }
    faults.answer(() -> subscribeNow(messaging, heard), this::refused);
    if (closed) {
      // Closed meanwhile, which did not wait for this thread.
      end();
    }
  }

  private boolean subscribeNow(Messaging messaging, InvalidationListener heard) {
    subscription =
        faults.ask(
            () -> messaging.subscribe(keys.channel(), new Hearing(heard)),
            Messaging.Subscription::close);
    // What was said before is not heard any more: it may have been about any key.
    heard.cleared();
    if (pauseNanos > FIRST_PAUSE_NANOS) {
      LOGGER.info("writes of other processes to {} are heard of now", keys.channel());
    }
    return true;
  }

  private boolean refused(CacheException fault) {
    if (pauseNanos == FIRST_PAUSE_NANOS) {
      LOGGER.warn(
          "writes of other processes to {} are not heard of: local entries live out their time",
          keys.channel(),
          fault);
    }
    nextTryNanos = clock.preciseNanos() + pauseNanos;
    pauseNanos = Math.min(2 * pauseNanos, LAST_PAUSE_NANOS);
    return false;
  }

  /** Passes on what the store brings. */
  private final class Hearing implements Messaging.Listener {
    private final InvalidationListener heard;

    Hearing(InvalidationListener heard) {
      this.heard = heard;
    }

    @Override
    public void heard(long number, byte[] message) {
      hear(message, heard);
    }

    @Override
    public void interrupted() {
      // What was said meanwhile may have been about any key.
      heard.cleared();
    }
  }

  private void hear(byte[] bytes, InvalidationListener heard) {
    Invalidation message = Invalidation.decode(bytes);
    if (message == null) {
      // Someone else's message, or a damaged one: it may have been any key's.
      counters.storeFailure();
      heard.cleared();
    } else if (!message.sender().equals(sender)) {
      hear(message.keyTexts(), heard);
    }
  }

  private void hear(@Nullable List<String> keyTexts, InvalidationListener heard) {
    if (keyTexts == null) {
      heard.cleared();
    } else {
      keyTexts.forEach(text -> evicted(text, heard));
    }
  }

  private void evicted(String keyText, InvalidationListener heard) {
    Object key = parsed(keyText);
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

  void tellEvicted(Collection<Object> evicted) {
    List<String> texts = evicted.stream().map(keys::text).toList();
    Parts.of(texts).forEach(this::tell);
  }

  void tellCleared() {
    tell(null);
  }

  private void tell(@Nullable List<String> keyTexts) {
    if (store instanceof Messaging messaging) {
      byte[] message = new Invalidation(sender, keyTexts).encode();
      faults.call(() -> faults.ask(() -> messaging.publish(keys.channel(), message)));
    }
  }

  /** Ends the listening. Does not wait for a thread that is about to begin it: that one ends it. */
  void close() {
    closed = true;
    if (subscribing.tryLock()) {
      try {
        end();
      } finally {
        subscribing.unlock();
      }
    }
  }

  private void end() {
    Messaging.Subscription ended = subscription;
    if (ended != null) {
      subscription = null;
      faults.answer(
          () -> {
            ended.close();
            return true;
          },
          fault -> false);
    }
  }
}
