package dev.larder.testkit;

import dev.larder.spi.Comparing;
import dev.larder.spi.Expiring;
import dev.larder.spi.Leasing;
import dev.larder.spi.Messaging;
import dev.larder.spi.Scanning;
import dev.larder.spi.Store;
import dev.larder.spi.Stored;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store in the heap with every capability, on a clock of the test's. {@link #connect} gives
 * another connection to the same contents, as another process has one. Faults and counters are each
 * connection's own.
 */
public final class FakeStore implements Store, Expiring, Leasing, Messaging, Scanning, Comparing {
  private final FakeServer server;
  private final FakeFaults faults = new FakeFaults();
  private volatile boolean closed;

  private FakeStore(FakeServer server) {
    this.server = server;
  }

  /** An empty store, and the first connection to it. */
  public static FakeStore on(LongSupplier clock) {
    return new FakeStore(new FakeServer(clock));
  }

  /** Another connection. */
  public FakeStore connect() {
    return new FakeStore(server);
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
    run(Call.PUT, key, () -> server.put(key, value, timeToLive));
  }

  @Override
  public boolean remove(String key) {
    return answer(Call.REMOVE, key, () -> server.remove(key));
  }

  @Override
  public @Nullable Stored read(String key) {
    Stored stored = answer(Call.READ, key, () -> server.read(key));
    return stored == null ? null : faults.damaged(stored);
  }

  @Override
  public boolean touch(String key, Duration timeToLive) {
    return answer(Call.TOUCH, key, () -> server.touch(key, timeToLive));
  }

  @Override
  public Answer readOrLease(String key, String token, Duration leaseTime) {
    Answer answer =
        answer(Call.READ_OR_LEASE, key, () -> server.readOrLease(key, token, leaseTime));
    return answer instanceof Found found ? new Found(faults.damaged(found.stored())) : answer;
  }

  @Override
  public void lease(String key, String token, Duration leaseTime) {
    run(Call.LEASE, key, () -> server.lease(key, token, leaseTime));
  }

  @Override
  public boolean fill(String key, String token, byte[] value, Duration timeToLive) {
    return answer(Call.FILL, key, () -> server.fill(key, token, value, timeToLive));
  }

  @Override
  public void release(String key, String token) {
    run(Call.RELEASE, key, () -> server.release(key, token));
  }

  @Override
  public boolean removeIf(String key, byte[] expected) {
    return answer(Call.REMOVE_IF, key, () -> server.removeIf(key, expected));
  }

  @Override
  public void scan(String beginning, Consumer<String> key) {
    answer(Call.SCAN, beginning, () -> server.keys(beginning)).forEach(key);
  }

  @Override
  public void publish(String channel, byte[] message) {
    run(Call.PUBLISH, channel, () -> server.messages.publish(channel, message));
  }

  @Override
  public Subscription subscribe(String channel, Consumer<byte[]> listener) {
    return answer(Call.SUBSCRIBE, channel, () -> server.messages.subscribe(channel, listener));
  }

  @Override
  public void close() {
    closed = true;
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

  private <T> T answer(Call call, String key, Supplier<T> operation) {
    if (closed) {
      throw new IllegalStateException("the connection is closed");
    }
    return faults.around(call, key, operation);
  }
}
