package dev.larder.memcached;

import static java.util.Objects.requireNonNull;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheClient;
import dev.larder.CacheConnectionException;
import dev.larder.CacheException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers of a store, as they are now. */
final class Servers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MemcachedStore.class);

  /** How long a new server may take to be connected before it is used all the same. */
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final Connecting connecting;
  private final Background background;
  private final Duration underWay;
  private final Map<ServerAddress, Watched> watched = new LinkedHashMap<>();
  private final Set<Node> leaving = new HashSet<>();
  private final MemcachedProtocol protocol;
  private volatile @Nullable MemcacheClient<byte[]> client;
  private volatile @Nullable Topology topology;
  private boolean isClosed;

  /** How servers are connected to. */
  @FunctionalInterface
  interface Connecting {
    /** Begins to connect. */
    Node connect(ServerAddress address, ConnectionNews news);
  }

  /** A server and what keeps its clock known. */
  private record Watched(Node node, ClockWatch watch) {}

  Servers(MemcachedOptions options, Connecting connecting, Background background) {
    this.connecting = connecting;
    this.background = background;
    this.protocol = options.protocol;
    this.underWay = options.timeout.multipliedBy(3);
  }

  /**
   * Uses these servers from now on. Returns when those that are new are connected, or have been
   * waited for long enough; requests to those that are gone are answered still.
   */
  void use(int version, List<ServerAddress> addresses) {
    switchTo(version, addresses, connect(addresses));
  }

  private synchronized void switchTo(int version, List<ServerAddress> addresses, List<Node> nodes) {
    if (isClosed) {
      return;
    }
    Topology before = topology;
    Topology after = before == null ? Topology.of(version, nodes) : before.next(version, nodes);
    client = NativeClient.of(after, protocol);
    topology = after;
    leave(addresses);
    LOG.info("Using Memcached at {}", addresses);
  }

  /** Connects to those that are new, and returns when they are, or have been waited for. */
  List<Node> connect(List<ServerAddress> addresses) {
    List<CompletableFuture<?>> connected = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    synchronized (this) {
      for (ServerAddress address : isClosed ? List.<ServerAddress>of() : addresses) {
        Watched known = watched.get(address);
        nodes.add(known == null ? connect(address, connected) : known.node());
      }
    }
    // Whoever closes a server must not wait for others to be connected.
    await(connected);
    return nodes;
  }

  private Node connect(ServerAddress address, List<CompletableFuture<?>> connected) {
    ConnectionNews news = new ConnectionNews(address);
    Node node = connecting.connect(address, news);
    ClockWatch watch = new ClockWatch(node, background);
    watched.put(address, new Watched(node, watch));
    watch.start();
    connected.add(CompletableFuture.anyOf(node.connected(), news.firstFailure()));
    return node;
  }

  private static void await(List<CompletableFuture<?>> connected) {
    try {
      CompletableFuture.allOf(connected.toArray(CompletableFuture<?>[]::new))
          .get(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Not every Memcached is connected yet", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void leave(List<ServerAddress> staying) {
    List<Watched> gone =
        watched.entrySet().stream()
            .filter(entry -> !staying.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    watched.keySet().retainAll(staying);
    for (Watched each : gone) {
      each.watch().close();
      leaving.add(each.node());
      background.later(underWay.toMillis(), () -> left(each.node()));
    }
  }

  private synchronized void left(Node node) {
    leaving.remove(node);
    node.close();
  }

  /** The servers. */
  List<Node> nodes() {
    return known().nodes();
  }

  /** Where a key lies. */
  Place place(String key) {
    return known().place(key);
  }

  /** Whether a key has lain there ever since the place was told. */
  boolean isStillAt(Place place) {
    return known().isStillAt(place);
  }

  private Topology known() {
    Topology known = topology;
    if (known == null) {
      throw new CacheConnectionException(
          "no configuration endpoint of Memcached has told yet which servers there are",
          MemcachedStore.NAME,
          null);
    }
    return known;
  }

  /** A client for all of them as they are now. */
  MemcacheClient<byte[]> client() {
    known();
    return requireNonNull(client);
  }

  /** Returns if every server answers. */
  void ping() {
    Answers.awaitAll(pings());
  }

  private List<Answer<GetResult<byte[]>>> pings() {
    return nodes().stream()
        .map(node -> node.ask(connection -> connection.casGet("~ping")))
        .toList();
  }

  /** Returns if some server answers. */
  void probe() {
    CacheException last = null;
    for (Answer<GetResult<byte[]>> answer : pings()) {
      try {
        answer.await();
        return;
      } catch (CacheException e) {
        last = e;
      }
    }
    if (last != null) {
      throw last;
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    watched.values().forEach(each -> each.watch().close());
    watched.values().forEach(each -> each.node().close());
    leaving.forEach(Node::close);
  }

  @Override
  public String toString() {
    Topology known = topology;
    return known == null ? "[]" : known.nodes().toString();
  }
}
