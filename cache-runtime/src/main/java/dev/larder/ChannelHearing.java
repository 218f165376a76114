package dev.larder;

import dev.larder.MessageCount.Look;
import dev.larder.internal.clock.Clock;
import dev.larder.internal.text.Glob;
import dev.larder.spi.Messaging;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one cache hears of the others, message by message, and since when that is known to be all.
 * Every step changes the local tier and the count together, so that a look never counts what the
 * local tier has not followed.
 */
final class ChannelHearing implements Messaging.Listener {
  private final ReentrantLock lock = new ReentrantLock();
  private final MessageCount count = new MessageCount();
  private final InvalidationListener listener;
  private final KeySpace keys;
  private final UUID sender;
  private final StatsCounters counters;
  private final Clock clock;
  private final @Nullable Duration maxStaleness;
  private volatile long soundNanos;
  private volatile boolean sound = true;
  private volatile long troubles;

  ChannelHearing(
      InvalidationListener listener,
      KeySpace keys,
      StatsCounters counters,
      Environment environment,
      @Nullable Duration maxStaleness) {
    this.listener = listener;
    this.keys = keys;
    this.counters = counters;
    this.sender = environment.sender();
    this.clock = environment.clock();
    this.maxStaleness = maxStaleness;
    // The local tier is empty yet, and so up to date.
    this.soundNanos = clock.preciseNanos();
  }

  @Override
  public void heard(long number, byte[] bytes) {
    locked(() -> hear(number, bytes));
  }

  private void hear(long number, byte[] bytes) {
    switch (count.heard(number)) {
      case NEXT -> hear(bytes);
      case FIRST -> {
        listener.begun();
        hear(bytes);
      }
      case GAP -> lost();
    }
  }

  private void lost() {
    emptied();
    counters.lostMessage();
  }

  /** To be called under the lock. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock alone
  private void emptied() {
    sound = false;
    troubles++;
    listener.cleared();
  }

  @Override
  public void interrupted() {
    // What was said meanwhile may have been about any key.
    locked(
        () -> {
          count.interrupted();
          emptied();
        });
  }

  private void hear(byte[] bytes) {
    Invalidation message = Invalidation.decode(bytes);
    if (message == null) {
      // Someone else's message, or a damaged one: it may have been any key's.
      counters.storeFailure();
      listener.cleared();
    } else if (message.kind() == Invalidation.Kind.RELEASED) {
      message.keyTexts().forEach(this::released);
    } else if (!message.sender().equals(sender)) {
      written(message);
    }
  }

  private void written(Invalidation message) {
    switch (message.kind()) {
      case EVICTED -> message.keyTexts().forEach(this::evicted);
      case MATCHED -> message.keyTexts().forEach(this::matched);
      default -> listener.cleared();
    }
  }

  private void matched(String pattern) {
    try {
      Glob glob = Glob.of(pattern);
      listener.evictedIf(key -> glob.matches(keys.partsText(key)));
    } catch (IllegalArgumentException e) {
      counters.storeFailure();
      listener.cleared();
    }
  }

  private void evicted(String keyText) {
    Object key = parsed(keyText);
    if (key == null) {
      listener.cleared();
    } else {
      listener.evicted(key);
    }
  }

  private void released(String keyText) {
    Object key = parsed(keyText);
    if (key != null) {
      listener.released(key);
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

  /** To be called before the store is asked for the channel's last number. */
  Look look() {
    lock.lock();
    try {
      return count.look(clock.preciseNanos());
    } finally {
      lock.unlock();
    }
  }

  /** The store has answered a look with the channel's last number. */
  void answered(Look look, long last) {
    locked(
        () -> {
          switch (count.answered(look, last, clock.preciseNanos())) {
            case SOUND -> sound(look.sentNanos());
            case FIRST -> {
              listener.begun();
              sound(look.sentNanos());
            }
            case LOST -> {
              lost();
              sound(look.sentNanos());
            }
            case UNDECIDED -> {}
          }
        });
  }

  private void sound(long asOfNanos) {
    long latest = Math.max(soundNanos, asOfNanos);
    soundNanos = latest;
    sound = true;
    listener.trustedUntil(
        maxStaleness == null ? Clock.NEVER : Clock.deadline(latest, maxStaleness));
  }

  /** Listening has begun, and no look could say from which number on. */
  void begunUnlessCounted() {
    locked(
        () -> {
          if (count.isUnknown()) {
            listener.begun();
          }
        });
  }

  /** Whether the last that is known is not that messages may have been lost. */
  boolean isSound() {
    return sound;
  }

  /** How often messages were or may have been lost. */
  long troubles() {
    return troubles;
  }

  /** How long ago the local tier was last known to have followed all writes. */
  Duration staleness() {
    return Duration.ofNanos(Math.max(0, clock.preciseNanos() - soundNanos));
  }

  private void locked(Runnable step) {
    lock.lock();
    try {
      step.run();
    } finally {
      lock.unlock();
    }
  }
}
