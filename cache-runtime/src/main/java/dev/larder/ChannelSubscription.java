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
 * then looks at intervals whether all was heard. Whoever opens the cache tries first; all the rest
 * is done by the thread of {@link Looks}, so that no read ever waits for it.
 */
final class ChannelSubscription implements Looks.Watched {
  private static final Logger LOGGER = LoggerFactory.getLogger(ChannelSubscription.class);

  /** How long after a refusal to ask again: twice as long each time, from the first to the last. */
  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private static final long LAST_PAUSE_NANOS = Duration.ofSeconds(30).toNanos();
  private static final long NO_ANSWER = -1;

  private final Messaging carrier;
  private final KeySpace keys;
  private final String channel;
  private final ChannelHearing hearing;
  private final StoreFaults faults;
  private final StoreFaults unanswered;
  private final Clock clock;
  private final Looks looks;
  private final Closings closings;
  private final Events events;

  /** What staleness is a sign that looks are not answered, or do not find all that was said. */
  private final Duration alarming;

  /** How often to look; zero: never, as there is no local tier to trust or not. */
  private final long intervalNanos;

  private final ReentrantLock subscribing = new ReentrantLock();
  private volatile Messaging.@Nullable Subscription subscription;
  private volatile boolean closed;
  private volatile long nextLookNanos;
  private volatile long nextTryNanos;
  private long pauseNanos = FIRST_PAUSE_NANOS;
  private boolean toldRefused;
  private boolean toldSound = true;
  private long toldTroubles;

  /**
   * @param keys those of the cache
   * @param faults counts subscriptions that were refused
   * @param settings how often to look
   */
  ChannelSubscription(
      Messaging carrier,
      KeySpace keys,
      ChannelHearing hearing,
      StoreFaults faults,
      Environment environment,
      ChannelSettings settings) {
    this.carrier = carrier;
    this.keys = keys;
    this.channel = keys.channel();
    this.hearing = hearing;
    this.faults = faults;
    this.unanswered = faults.uncounted();
    this.clock = environment.clock();
    this.looks = environment.looks();
    this.closings = environment.closings();
    this.events = environment.events();
    this.intervalNanos = settings.interval().toNanos();
    this.alarming = settings.alarming();
    this.nextTryNanos = clock.preciseNanos();
  }

  /** Begins to listen now, and goes on trying where that fails. */
  void begin() {
    try {
      listen();
    } finally {
      looks.add(carrier, this);
    }
  }

  /** The cache was opened once more: by then there may be a thread, if there was none to be had. */
  void goOn() {
    looks.hurry(carrier);
  }

  /** Begins to listen, if that has not succeeded yet; waits for no other thread that does. */
  private void listen() {
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
    if (subscription != null || closed || clock.preciseNanos() < nextTryNanos || isGivenUp()) {
      return;
    }
    faults.answer(this::subscribeNow, this::refused);
    if (closed) {
      // Closed meanwhile, which did not wait for this thread.
      end();
    }
  }

  /**
   * Whether the store is not asked at all. Nothing is tried then, and nothing makes the pauses
   * longer, so that the next try follows when the store is asked again.
   */
  private boolean isGivenUp() {
    return !unanswered.answer(unanswered::requireAsked, this::unheard);
  }

  private boolean unheard(CacheException fault) {
    if (!toldRefused) {
      toldRefused = true;
      LOGGER.warn(
          "writes of other processes to {} are not heard of: local entries live out their time",
          channel,
          fault);
    }
    return false;
  }

  private boolean subscribeNow() {
    subscription =
        faults.ask(() -> carrier.subscribe(channel, new Listener()), Messaging.Subscription::close);
    if (intervalNanos > 0) {
      lookNow();
    }
    hearing.begunUnlessCounted();
    if (toldRefused) {
      LOGGER.info("writes of other processes to {} are heard of now", channel);
    }
    return true;
  }

  private boolean refused(CacheException fault) {
    nextTryNanos = clock.preciseNanos() + pauseNanos;
    pauseNanos = Math.min(2 * pauseNanos, LAST_PAUSE_NANOS);
    return unheard(fault);
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
    tell();
    if (subscription == null) {
      listen();
    } else if (intervalNanos > 0 && clock.preciseNanos() >= nextLookNanos) {
      lookNow();
    }
    tell();
    return closed ? Clock.NEVER : nextNanos();
  }

  private long nextNanos() {
    if (subscription == null) {
      long rest = nextTryNanos - clock.preciseNanos();
      return rest > 0 ? rest : FIRST_PAUSE_NANOS;
    }
    return intervalNanos == 0 ? Clock.NEVER : nextLookNanos - clock.preciseNanos();
  }

  @Override
  public boolean isSound() {
    return subscription != null
        && (intervalNanos == 0
            || (hearing.isSound() && hearing.staleness().compareTo(alarming) < 0));
  }

  /** Tells of the ends of what was so far, on one thread alone, so that each follows the other. */
  private void tell() {
    boolean sound = isSound() || closed;
    long troubles = hearing.troubles();
    if (toldSound && (!sound || (intervalNanos > 0 && troubles != toldTroubles))) {
      events.tell(new CacheEvent.ChannelInterrupted(keys.label()));
      toldSound = false;
    }
    if (!toldSound && sound && !closed) {
      events.tell(new CacheEvent.ChannelSound(keys.label()));
      toldSound = true;
    }
    toldTroubles = troubles;
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

  /**
   * Begins to end the listening. Does not wait for a thread that is about to begin it: that one
   * ends it.
   */
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
      closings.begin("the subscription to " + channel, () -> end(ended));
    }
  }

  private void end(Messaging.Subscription ended) {
    faults.answer(
        () -> {
          ended.close();
          return true;
        },
        fault -> false);
  }
}
