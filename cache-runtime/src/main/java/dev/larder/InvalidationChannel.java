package dev.larder;

import dev.larder.Invalidation.Kind;
import dev.larder.spi.Announcing;
import dev.larder.spi.Messaging;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Carries word of what is outdated between the processes that hold a cache; silent where nothing
 * carries messages.
 */
final class InvalidationChannel {
  private final @Nullable Messaging carrier;
  private final Store store;
  private final boolean announced;
  private final KeySpace keys;
  private final StatsCounters counters;
  private final StoreFaults faults;
  private final Environment environment;
  private final ChannelSettings settings;
  private final AtomicReference<@Nullable ChannelSubscription> subscription =
      new AtomicReference<>();
  private volatile boolean closed;

  /**
   * @param chainStore the store of the cache's chain
   * @param cacheStore the same, opened for the cache, if it can be
   */
  InvalidationChannel(
      Store chainStore,
      Store cacheStore,
      KeySpace keys,
      StatsCounters counters,
      StoreFaults faults,
      Environment environment,
      ChannelSettings settings) {
    this.carrier = settings.carrier(chainStore);
    this.announced = carrier == chainStore && cacheStore instanceof Announcing;
    this.keys = keys;
    this.counters = counters;
    this.faults = faults;
    this.environment = environment;
    this.settings = settings;
    this.store = announced ? announcing((Announcing) cacheStore, environment.sender()) : cacheStore;
  }

  private Store announcing(Announcing announcing, UUID sender) {
    return announcing.announcing(
        keys.channel(),
        Invalidation.beginning(sender, Kind.EVICTED),
        Invalidation.beginning(sender, Kind.CLEARED),
        Invalidation.beginning(sender, Kind.RELEASED));
  }

  /** The cache's store, as one that tells of its changes itself where it can. */
  Store store() {
    return store;
  }

  /**
   * Begins to listen for somebody, always for the same one. If that does not succeed, it is tried
   * again in the background.
   */
  void listenFor(InvalidationListener somebody) {
    ChannelSubscription known = subscription.get();
    if (known != null) {
      known.goOn();
    } else if (carrier != null) {
      begin(subscription(carrier, somebody));
    }
  }

  private void begin(ChannelSubscription begun) {
    if (subscription.compareAndSet(null, begun)) {
      begun.begin();
      if (closed) {
        begun.close();
      }
    }
  }

  private ChannelSubscription subscription(Messaging carrying, InvalidationListener somebody) {
    ChannelHearing hearing =
        new ChannelHearing(somebody, keys, counters, environment, settings.maxStaleness());
    return new ChannelSubscription(carrying, keys, hearing, faults, environment, settings);
  }

  /** How long ago the local tier was last known to be up to date; zero where nobody looks. */
  Duration staleness() {
    ChannelSubscription begun = subscription.get();
    return begun == null ? Duration.ZERO : begun.staleness();
  }

  /** Whether who waits for a lease hears of its end. */
  boolean tellsOfLeases() {
    return announced;
  }

  /** Whether the store tells of its changes itself. */
  boolean isAnnounced() {
    return announced;
  }

  /** Tells of writes, unless the store has told of them itself. */
  void tellWritten(List<String> keyTexts) {
    if (!announced) {
      tellEvicted(keyTexts);
    }
  }

  /** Tells that all is written, unless the store has told of it itself. */
  void tellCleared() {
    if (!announced) {
      tell(Kind.CLEARED, List.of());
    }
  }

  /** Tells that the entries of these keys are outdated. */
  void tellEvicted(List<String> keyTexts) {
    Parts.of(keyTexts).forEach(part -> tell(Kind.EVICTED, part));
  }

  /** Tells that the entries are outdated whose keys a pattern matches, in the store or not. */
  void tellMatched(String pattern) {
    tell(Kind.MATCHED, List.of(pattern));
  }

  private void tell(Kind kind, List<String> keyTexts) {
    Messaging messaging = carrier;
    if (messaging != null) {
      byte[] message = new Invalidation(environment.sender(), kind, keyTexts).encode();
      faults.call(() -> faults.ask(() -> messaging.publish(keys.channel(), message)));
    }
  }

  /** Ends the listening. */
  void close() {
    closed = true;
    ChannelSubscription begun = subscription.get();
    if (begun != null) {
      begun.close();
    }
  }
}
