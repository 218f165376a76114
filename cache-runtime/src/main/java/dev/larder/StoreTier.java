package dev.larder;

import dev.larder.internal.clock.Clock;
import dev.larder.internal.envelope.Envelope;
import dev.larder.spi.Comparing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Messaging;
import dev.larder.spi.Scanning;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A distributed tier over a {@link Store}, with whichever capabilities it has.
 *
 * @param <V> the values
 */
final class StoreTier<V> implements DistributedTier<V> {
  private final Store store;
  private final KeySpace keys;
  private final Supplier<Sealer<V>> sealers;
  private final Counters counters;
  private final Duration leaseTime;
  private final StoreFaults faults;
  private final UUID sender;
  private final Clock clock;
  private Messaging.@Nullable Subscription subscription;

  StoreTier(
      Store store,
      KeySpace keys,
      Supplier<Sealer<V>> sealers,
      Counters counters,
      Duration leaseTime,
      Environment environment) {
    this.store = store;
    this.keys = keys;
    this.sealers = sealers;
    this.counters = counters;
    this.leaseTime = leaseTime;
    this.faults = new StoreFaults(store.name(), counters);
    this.sender = environment.sender();
    this.clock = environment.clock();
  }

  /** Begins to pass on what other processes write, if the store carries messages. */
  void listen(InvalidationListener listener) {
    if (store instanceof Messaging messaging) {
      faults.answer(
          () -> {
            subscription = messaging.subscribe(keys.channel(), message -> pass(message, listener));
            return true;
          },
          fault -> false);
    }
  }

  private void pass(byte[] bytes, InvalidationListener listener) {
    Invalidation message = Invalidation.decode(bytes);
    if (message == null) {
      // Someone else's message, or a damaged one: it may have been any key's.
      counters.storeFailure();
      listener.cleared();
    } else if (!message.sender().equals(sender)) {
      pass(message, listener);
    }
  }

  private void pass(Invalidation message, InvalidationListener listener) {
    if (message.keyText() == null) {
      listener.cleared();
      return;
    }
    Object key;
    try {
      key = keys.parse(message.keyText());
    } catch (CacheConfigurationException e) {
      // Opened but for clearing, the cache holds nothing yet.
      listener.cleared();
      return;
    } catch (CacheValidationException e) {
      counters.storeFailure();
      listener.cleared();
      return;
    }
    listener.evicted(key);
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public String storeName() {
    return store.name();
  }

  @Override
  public Reading<V> read(Object key) {
    return faults.answer(() -> read(keys.text(key)), Reading.Unavailable::new);
  }

  private Reading<V> read(String text) {
    long asked = clock.preciseNanos();
    if (store instanceof Expiring expiring) {
      Stored stored = expiring.read(text);
      return stored == null
          ? new Reading.Absent<>()
          : opened(text, stored.value(), stored.remaining(), asked, new Reading.Absent<>());
    }
    byte[] bytes = store.get(text);
    return bytes == null
        ? new Reading.Absent<>()
        : opened(text, bytes, null, asked, new Reading.Absent<>());
  }

  @Override
  public Reading<V> readOrLease(Object key) {
    if (!(store instanceof Leasing leasing)) {
      return read(key);
    }
    return faults.answer(
        () -> readOrLease(leasing, keys.text(key), newToken()), Reading.Unavailable::new);
  }

  private Reading<V> readOrLease(Leasing leasing, String text, String token) {
    long asked = clock.preciseNanos();
    Leasing.Answer answer = leasing.readOrLease(text, token, leaseTime);
    if (answer instanceof Leasing.Found found) {
      Reading<V> reading =
          opened(
              text,
              found.stored().value(),
              found.stored().remaining(),
              asked,
              new Reading.Leased<>(token));
      if (reading instanceof Reading.Leased) {
        // Bytes that nobody can read would be found for ever: they are loaded over.
        leasing.lease(text, token, leaseTime);
      }
      return reading;
    }
    return answer instanceof Leasing.Held held
        ? new Reading.Held<>(plausible(held.remaining()))
        : new Reading.Leased<>(token);
  }

  /** No lease lasts longer than ours; what says so, or has no rest, must not be waited for. */
  private Duration plausible(Duration rest) {
    boolean known = !rest.isZero() && !rest.isNegative() && rest.compareTo(leaseTime) < 0;
    return known ? rest : leaseTime;
  }

  private Reading<V> opened(
      String text, byte[] bytes, @Nullable Duration rest, long askedNanos, Reading<V> unreadable) {
    Envelope.Contents contents = sealers.get().open(text, bytes);
    if (contents != null) {
      try {
        return new Reading.Found<>(sealers.get().decode(contents), rest, askedNanos);
      } catch (CacheCodecException e) {
        // As if there were nothing (I8).
      }
    }
    counters.storeFailure();
    return unreadable;
  }

  @Override
  public Reading<V> lease(Object key) {
    if (!(store instanceof Leasing leasing)) {
      return new Reading.Absent<>();
    }
    String token = newToken();
    return faults.answer(
        () -> {
          leasing.lease(keys.text(key), token, leaseTime);
          return new Reading.Leased<>(token);
        },
        Reading.Unavailable::new);
  }

  @Override
  public Filling fill(Object key, @Nullable String token, @Nullable V value, Duration life) {
    return faults.answer(
        () -> {
          String text = keys.text(key);
          return fill(text, token, sealers.get().seal(text, value), life)
              ? new Filling.Accepted()
              : new Filling.Refused();
        },
        Filling.Failed::new);
  }

  private boolean fill(String text, @Nullable String token, byte[] bytes, Duration life) {
    if (token != null && store instanceof Leasing leasing) {
      return leasing.fill(text, token, bytes, life);
    }
    store.put(text, bytes, life);
    return true;
  }

  @Override
  public void release(Object key, String token) {
    if (store instanceof Leasing leasing) {
      faults.answer(
          () -> {
            leasing.release(keys.text(key), token);
            return true;
          },
          fault -> false);
    }
  }

  @Override
  public void put(Object key, @Nullable V value, Duration life) {
    String text = keys.text(key);
    faults.run(() -> store.put(text, sealers.get().seal(text, value), life));
  }

  @Override
  public boolean remove(Object key) {
    String text = keys.text(key);
    return faults.call(() -> store.remove(text));
  }

  @Override
  public void discard(Object key) {
    faults.answer(() -> store.remove(keys.text(key)), fault -> false);
  }

  @Override
  public void clear() {
    Scanning scanning = capability(Scanning.class, "clear a cache");
    faults.run(
        () -> {
          scanning.scan(keys.beginning(), store::remove);
          store.remove(keys.withoutParts());
        });
  }

  @Override
  public boolean removeIf(Object key, Predicate<? super @Nullable V> test) {
    Comparing comparing = capability(Comparing.class, "evict a given value");
    String text = keys.text(key);
    return faults.call(
        () -> {
          byte[] bytes = store.get(text);
          return bytes != null
              && opened(text, bytes, null, 0, new Reading.Absent<>())
                  instanceof Reading.Found<V> found
              && test.test(found.value())
              && comparing.removeIf(text, bytes);
        });
  }

  @Override
  public boolean touch(Object key, Duration life) {
    Expiring expiring = capability(Expiring.class, "change a time to live");
    String text = keys.text(key);
    return faults.call(() -> expiring.touch(text, life));
  }

  @Override
  public void scan(Consumer<Object> key) {
    Scanning scanning = capability(Scanning.class, "walk its keys");
    faults.run(() -> scanning.scan(keys.beginning(), text -> parsed(text, key)));
  }

  private void parsed(String text, Consumer<Object> key) {
    try {
      key.accept(keys.parse(text));
    } catch (CacheValidationException e) {
      // A key that no version of this cache has written is not ours to touch.
      counters.storeFailure();
    }
  }

  private static String newToken() {
    return UUID.randomUUID().toString();
  }

  private <C> C capability(Class<C> capability, String what) {
    if (!capability.isInstance(store)) {
      throw new CacheConfigurationException("the store " + store.name() + " cannot " + what);
    }
    return capability.cast(store);
  }

  @Override
  public void tellEvicted(Object key) {
    tell(keys.text(key));
  }

  @Override
  public void tellCleared() {
    tell(null);
  }

  private void tell(@Nullable String keyText) {
    if (store instanceof Messaging messaging) {
      byte[] message = new Invalidation(sender, keyText).encode();
      faults.run(() -> messaging.publish(keys.channel(), message));
    }
  }

  @Override
  public void close() {
    Messaging.Subscription ended = subscription;
    if (ended != null) {
      faults.answer(
          () -> {
            ended.close();
            return true;
          },
          fault -> false);
    }
  }
}
