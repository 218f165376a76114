package dev.larder;

import dev.larder.MessageCount.Look;
import dev.larder.internal.clock.Clock;
import dev.larder.spi.Messaging;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a cache listening to its channel: subscribes, again and again where that is refused, and
 * then looks at intervals whether all was heard.
 */
final class ChannelSubscription implements Looks.Watched {
  private static final Logger LOGGER = LoggerFactory.getLogger(ChannelSubscription.class);

  /** How long after a refusal to ask again: twice as long each time, from the first to the last. */
  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private static final long LAST_PAUSE_NANOS = Duration.ofSeconds(30).toNanos();
  private static final long NO_ANSWER = -1;

  private final Messaging carrier;
  private final String channel;
  private final ChannelHearing hearing;
  private final StoreFaults faults;
  private final StoreFaults unanswered;
  private final Clock clock;
  private final Looks looks;

  /** How often to look; zero: never, as there is no local tier to trust or not. */
  private final long intervalNanos;

  private final ReentrantLock subscribing = new ReentrantLock();
  private volatile Messaging.@Nullable Subscription subscription;
  private volatile boolean closed;
  private volatile long nextLookNanos;
  private volatile long nextTryNanos;
  private long pauseNanos = FIRST_PAUSE_NANOS;

  /**
   * @param faults counts subscriptions that were refused
   * @param interval how often to look; zero: never
   */
  ChannelSubscription(
      Messaging carrier,
      String channel,
      ChannelHearing hearing,
      StoreFaults faults,
      Environment environment,
      Duration interval) {
    this.carrier = carrier;
    this.channel = channel;
    this.hearing = hearing;
    this.faults = faults;
    this.unanswered = faults.uncounted();
    this.clock = environment.clock();
    this.looks = environment.looks();
    this.intervalNanos = interval.toNanos();
    this.nextTryNanos = clock.preciseNanos();
  }

  /** Begins to listen now, and goes on trying where that fails. */
  void begin() {
    listen();
    looks.add(carrier, this);
  }

  /** Begins to listen, if that has not succeeded yet; waits for no other thread that does. */
  void listen() {
    if (subscription == null && subscribing.tryLock()) {
      try {
        subscribe();
      } finally {
        subscribing.unlock();
      }
      if (closed) {
        // Closed between this thread's last look and its unlocking: nobody else ends it then.
        close();
      }
    }
  }

  private void subscribe() {
    if (subscription != null || closed || clock.preciseNanos() < nextTryNanos) {
      return;
    }
    faults.answer(this::subscribeNow, this::refused);
    if (closed) {
      // Closed meanwhile, which did not wait for this thread.
      end();
    }
  }

  private boolean subscribeNow() {
    subscription =
        faults.ask(() -> carrier.subscribe(channel, new Listener()), Messaging.Subscription::close);
    if (intervalNanos > 0) {
      lookNow();
    }
    hearing.begunUnlessCounted();
    if (pauseNanos > FIRST_PAUSE_NANOS) {
      LOGGER.info("writes of other processes to {} are heard of now", channel);
    }
    return true;
  }

  private boolean refused(CacheException fault) {
    if (pauseNanos == FIRST_PAUSE_NANOS) {
      LOGGER.warn(
          "writes of other processes to {} are not heard of: local entries live out their time",
          channel,
          fault);
    }
    nextTryNanos = clock.preciseNanos() + pauseNanos;
    pauseNanos = Math.min(2 * pauseNanos, LAST_PAUSE_NANOS);
    return false;
  }

  /** Passes on what the store brings, on the store's threads. */
  private final class Listener implements Messaging.Listener {
    @Override
    public void heard(long number, byte[] message) {
      hearing.heard(number, message);
    }

    @Override
    public void interrupted() {
      hearing.interrupted();
      nextLookNanos = clock.preciseNanos();
      looks.hurry(carrier);
    }
  }

  @Override
  public long look() {
    if (subscription == null) {
      listen();
    }
    if (closed || (subscription != null && intervalNanos == 0)) {
      return Clock.NEVER;
    }
    if (subscription == null) {
      return nextTryNanos - clock.preciseNanos();
    }
    if (clock.preciseNanos() >= nextLookNanos) {
      lookNow();
    }
    return nextLookNanos - clock.preciseNanos();
  }

  /** How long ago the local tier was last known to be up to date; zero where nobody looks. */
  Duration staleness() {
    return intervalNanos == 0 ? Duration.ZERO : hearing.staleness();
  }

  private void lookNow() {
    Look look = hearing.look();
    nextLookNanos = look.sentNanos() + intervalNanos;
    long last =
        unanswered.answer(
            () -> unanswered.ask(() -> carrier.lastNumber(channel)), fault -> NO_ANSWER);
    if (last != NO_ANSWER) {
      hearing.answered(look, last);
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
