package dev.larder.memcached;

import static java.util.Objects.requireNonNull;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheClosedException;
import com.spotify.folsom.MemcacheOverloadedException;
import dev.larder.CacheConnectionException;
import dev.larder.CacheException;
import dev.larder.CacheTimeoutException;
import dev.larder.spi.Gathering;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One server, and the connections to it. */
final class Node {
  private final ServerAddress address;
  private final List<MemcacheClient<byte[]>> connections;
  private final Patience patience;
  private final Deadlines deadlines;
  private final ServerClock clock;

  /** For each connection: what hangs on one is not waited for by the others. */
  private final IdentityHashMap<MemcacheClient<byte[]>, Gathering<Glance, List<GetResult<byte[]>>>>
      glances = new IdentityHashMap<>();

  Node(
      ServerAddress address,
      List<MemcacheClient<byte[]>> connections,
      Patience patience,
      Deadlines deadlines,
      ServerClock clock) {
    this.address = address;
    this.connections = List.copyOf(connections);
    this.patience = patience;
    this.deadlines = deadlines;
    this.clock = clock;
    this.connections.forEach(
        each -> glances.put(each, new Gathering<>(some -> Glance.send(each, some))));
  }

  ServerAddress address() {
    return address;
  }

  List<MemcacheClient<byte[]>> connections() {
    return connections;
  }

  Patience patience() {
    return patience;
  }

  Deadlines deadlines() {
    return deadlines;
  }

  ServerClock clock() {
    return clock;
  }

  /** Done when every connection has been made. */
  CompletableFuture<?> connected() {
    return CompletableFuture.allOf(
        connections.stream()
            .map(connection -> connection.connectFuture().toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new));
  }

  boolean isConnected() {
    return connections.stream().anyMatch(MemcacheClient::isConnected);
  }

  /** Sends a command that may be sent again if the connection is lost. */
  <T> Answer<T> ask(Command<T> command) {
    return new Answer<>(this, command, patience.retries());
  }

  /** Looks at an item and its marker, together with what other threads look at. */
  Answer<List<GetResult<byte[]>>> ask(Glance glance) {
    return ask(connection -> requireNonNull(glances.get(connection)).ask(glance));
  }

  /** Sends a command whose second run would not do what the first did. */
  <T> Answer<T> askOnce(Command<T> command) {
    return new Answer<>(this, command, 0);
  }

  <T> CompletionStage<T> send(Command<T> command) {
    return command.send(connection());
  }

  /** Of several connections a thread keeps to one as long as that is up. */
  private MemcacheClient<byte[]> connection() {
    int size = connections.size();
    int first = size == 1 ? 0 : (int) (Thread.currentThread().getId() % size);
    for (int i = 0; i < size; i++) {
      MemcacheClient<byte[]> connection = connections.get((first + i) % size);
      if (connection.isConnected()) {
        return connection;
      }
    }
    return connections.get(first);
  }

  /** What to throw when a command failed. */
  CacheException fault(Throwable cause) {
    if (cause instanceof CacheException known) {
      return known;
    }
    Throwable refusal = refusal();
    if (refusal != null) {
      return fault("refused to be used: " + refusal.getMessage(), refusal);
    }
    if (cause instanceof MemcacheOverloadedException) {
      return fault("has too many requests under way", cause);
    }
    if (cause instanceof MemcacheClosedException) {
      return fault("is not connected: " + cause.getMessage(), cause);
    }
    return fault("failed: " + cause, cause);
  }

  private CacheConnectionException fault(String what, Throwable cause) {
    return new CacheConnectionException(
        "Memcached at " + address + " " + what, MemcachedStore.NAME, cause);
  }

  /** Why Folsom has given up the server: wrong credentials, or none where some are needed. */
  private @Nullable Throwable refusal() {
    return connections.stream()
        .map(MemcacheClient::getConnectionFailure)
        .filter(failure -> failure != null)
        .findFirst()
        .orElse(null);
  }

  /** What to throw where there was no answer in the time that there was for it. */
  CacheTimeoutException late(Duration time, Throwable cause) {
    return new CacheTimeoutException(
        "Memcached at " + address + " did not answer within " + time, MemcachedStore.NAME, cause);
  }

  void close() {
    connections.forEach(MemcacheClient::shutdown);
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
