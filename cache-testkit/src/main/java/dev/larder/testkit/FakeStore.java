package dev.larder.testkit;

import dev.larder.spi.Announcing;
import dev.larder.spi.Bulk;
import dev.larder.spi.Clearing;
import dev.larder.spi.Comparing;
import dev.larder.spi.Counting;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Messaging;
import dev.larder.spi.Punctual;
import dev.larder.spi.Scanning;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store in the heap with every capability, on a clock of the test's. {@link #connect} gives
 * another connection to the same contents, as another process has one. Faults and counters are each
 * connection's own.
 */
public final class FakeStore
    implements Clearing.CacheStore,
        Announcing,
        Clearing,
        Bulk,
        Comparing,
        Counting,
        Expiring,
        Leasing,
        Messaging,
        Punctual,
        Scanning {
  private final FakeServer server;
  private final FakeFaults faults;
  private final AtomicBoolean closed;

  /**
   * How the keys begin that a clear removes; null: every key, and closing closes the connection.
   */
  private final @Nullable String cacheKey;

  private final FakeAnnouncements told;

  private FakeStore(
      FakeServer server,
      FakeFaults faults,
      AtomicBoolean closed,
      @Nullable String cacheKey,
      FakeAnnouncements told) {
    this.server = server;
    this.faults = faults;
    this.closed = closed;
    this.cacheKey = cacheKey;
    this.told = told;
  }

  private static FakeStore connection(FakeServer server) {
    return new FakeStore(
        server, new FakeFaults(), new AtomicBoolean(), null, FakeAnnouncements.none());
  }

  /** An empty store, and the first connection to it. */
  public static FakeStore on(LongSupplier clock) {
    return connection(new FakeServer(clock));
  }

  /** Another connection. */
  public FakeStore connect() {
    return connection(server);
  }

  /** This connection for one cache: with its faults and counters. */
  @Override
  public FakeStore open(String cacheKey) {
    return new FakeStore(server, faults, closed, cacheKey, told);
  }

  /** This connection, whose changes are told in the step that makes them. */
  @Override
  public FakeStore announcing(String channel, byte[] evicted, byte[] cleared, byte[] released) {
    return new FakeStore(
        server,
        faults,
        closed,
        cacheKey,
        FakeAnnouncements.to(server, channel, evicted, cleared, released));
  }

  /** What goes wrong on this connection, and what was asked over it. */
  public FakeFaults faults() {
    return faults;
  }

  /** The messages of all connections. */
  public FakeMessages messages() {
    return server.messages;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public byte @Nullable [] get(String key) {
    Stored stored = answer(Call.GET, key, () -> server.read(key));
    return stored == null ? null : faults.damaged(stored).value();
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    run(
        Call.PUT,
        key,
        () -> {
          server.put(key, value, timeToLive);
          told.evicted(List.of(key));
        });
  }

  @Override
  public boolean remove(String key) {
    return answer(
        Call.REMOVE,
        key,
        () -> {
          boolean removed = server.remove(key);
          told.evicted(List.of(key));
          return removed;
        });
  }

  @Override
  public @Nullable Stored read(String key) {
    Stored stored = answer(Call.READ, key, () -> server.read(key));
    return stored == null ? null : faults.damaged(stored);
  }

  @Override
  public boolean touch(String key, Duration timeToLive) {
    return answer(Call.TOUCH, key, () -> told.evictedIf(server.touch(key, timeToLive), key));
  }

  @Override
  public Answer readOrLease(String key, Duration leaseTime) {
    FakeLease lease = new FakeLease(key);
    return answer(
        Call.READ_OR_LEASE,
        key,
        () -> {
          Stored stored = server.read(key);
          return stored == null ? lease.claimed(leaseTime) : new Found(faults.damaged(stored));
        });
  }

  @Override
  public Granted lease(String key, Duration leaseTime) {
    FakeLease lease = new FakeLease(key);
    return answer(Call.LEASE, key, () -> lease.granted(server.lease(key, lease.token, leaseTime)));
  }

  @Override
  public Answer tryLease(String key, Duration leaseTime) {
    FakeLease lease = new FakeLease(key);
    return answer(Call.TRY_LEASE, key, () -> lease.claimed(leaseTime));
  }

  /** A lease of this connection. */
  private final class FakeLease implements Lease {
    private final String key;
    private final String token = UUID.randomUUID().toString();

    FakeLease(String key) {
      this.key = key;
    }

    Answer claimed(Duration leaseTime) {
      Duration held = server.claim(key, token, leaseTime);
      return held == null ? granted(server.read(key)) : new Held(held);
    }

    Granted granted(@Nullable Stored present) {
      return new Granted(this, present == null ? null : faults.damaged(present));
    }

    @Override
    public boolean fill(byte[] value, Duration timeToLive) {
      return answer(
          Call.FILL, key, () -> told.releasedIf(server.fill(key, token, value, timeToLive), key));
    }

    @Override
    public boolean renew(Duration leaseTime) {
      return answer(Call.RENEW, key, () -> server.renew(key, token, leaseTime));
    }

    @Override
    public void release() {
      run(Call.RELEASE, key, () -> told.releasedIf(server.release(key, token), key));
    }
  }

  @Override
  public Map<String, Stored> readAll(Collection<String> keys) {
    return answer(
        Call.READ_ALL,
        String.join(" ", keys),
        () -> {
          Map<String, Stored> found = new LinkedHashMap<>();
          for (String key : keys) {
            Stored stored = server.read(key);
            if (stored != null) {
              found.put(key, faults.damaged(stored));
            }
          }
          return found;
        });
  }

  @Override
  public void putAll(Collection<Put> puts) {
    run(
        Call.PUT_ALL,
        String.join(" ", puts.stream().map(Put::key).toList()),
        () -> {
          puts.forEach(put -> server.put(put.key(), put.value(), put.timeToLive()));
          told.evicted(puts.stream().map(Put::key).toList());
        });
  }

  @Override
  public long removeAll(Collection<String> keys) {
    return answer(
        Call.REMOVE_ALL,
        String.join(" ", keys),
        () -> {
          long removed = keys.stream().filter(server::remove).count();
          told.evicted(keys);
          return removed;
        });
  }

  @Override
  public void clear() {
    run(
        Call.CLEAR,
        cacheKey == null ? "" : cacheKey,
        () -> {
          server.clear(cacheKey);
          told.cleared();
        });
  }

  @Override
  public long add(String key, long by, Duration timeToLive) {
    return answer(Call.ADD, key, () -> server.add(key, by, timeToLive));
  }

  @Override
  public @Nullable Long count(String key) {
    Stored stored = answer(Call.COUNT, key, () -> server.read(key));
    return stored == null ? null : FakeServer.number(stored);
  }

  @Override
  public boolean reset(String key) {
    return answer(Call.RESET, key, () -> server.remove(key));
  }

  @Override
  public void ping() {
    run(Call.PING, "", () -> {});
  }

  @Override
  public boolean removeIf(String key, byte[] expected) {
    return answer(Call.REMOVE_IF, key, () -> told.evictedIf(server.removeIf(key, expected), key));
  }

  @Override
  public void scan(String beginning, Consumer<String> key) {
    answer(Call.SCAN, beginning, () -> server.keys(beginning)).forEach(key);
  }

  @Override
  public long publish(String channel, byte[] message) {
    return answer(Call.PUBLISH, channel, () -> server.messages.publish(channel, message));
  }

  @Override
  public long lastNumber(String channel) {
    return answer(Call.LAST_NUMBER, channel, () -> server.messages.lastNumber(channel));
  }

  @Override
  public Subscription subscribe(String channel, Listener listener) {
    return answer(Call.SUBSCRIBE, channel, () -> server.messages.subscribe(channel, listener));
  }

  @Override
  public void close() {
    if (cacheKey == null) {
      closed.set(true);
    }
  }

  private void run(Call call, String key, Runnable operation) {
    answer(
        call,
        key,
        () -> {
          operation.run();
          return true;
        });
  }

  private <T extends @Nullable Object> T answer(Call call, String key, Supplier<T> operation) {
    if (closed.get()) {
      throw new IllegalStateException("the connection is closed");
    }
    return faults.around(call, key, operation);
  }
}
