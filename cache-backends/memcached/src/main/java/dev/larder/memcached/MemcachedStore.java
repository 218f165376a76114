package dev.larder.memcached;

import com.spotify.folsom.MemcacheClient;
import dev.larder.CacheException;
import dev.larder.spi.Clearing;
import dev.larder.spi.Counting;
import dev.larder.spi.Punctual;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A distributed tier on one or several Memcached servers. It need not be reachable when it is made:
 * until it is, its methods throw, and the engine goes on without it. Safe for use by several
 * threads at once.
 */
public final class MemcachedStore implements Store, Clearing, Counting, Punctual {
  static final String NAME = "memcached";

  /** Nobody has as many caches; keys may be anything, though. */
  private static final int REMEMBERED_CACHES = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(MemcachedStore.class);

  private final Connector connector;
  private final Background background = new Background();
  private final Deadlines deadlines = new Deadlines(background);
  private final Servers servers;
  private final PlainCounters counters;
  private final Map<String, CacheView> views = new ConcurrentHashMap<>();
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private MemcachedStore(MemcachedOptions options) {
    this.connector = new Connector(options, deadlines);
    this.servers = new Servers(options, connector::connect, background);
    this.counters = new PlainCounters(servers);
    if (options.discoveryInterval == null) {
      servers.use(Topology.FIXED, options.servers);
    } else {
      Duration interval = options.discoveryInterval;
      Discovery.of(options, interval, connector, servers, background, this::clear).start();
    }
  }

  /** Ends every entry of the caches that were opened here; false if the server does not answer. */
  private boolean clear(Node node) {
    try {
      views.values().forEach(view -> view.clear(node));
      return true;
    } catch (CacheException e) {
      LOG.debug("{} could not be cleared yet", node, e);
      return false;
    }
  }

  /**
   * A store on these servers.
   *
   * @param servers as {@code host:port,host2:port2}; each key lies on one of them
   */
  public static MemcachedStore connect(String servers) {
    return connect(MemcachedOptions.builder().servers(servers).build());
  }

  /** A store as the options say. */
  public static MemcachedStore connect(MemcachedOptions options) {
    return new MemcachedStore(options);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CacheStore open(String cacheKey) {
    return views.computeIfAbsent(cacheKey, key -> new CacheView(servers, key));
  }

  private CacheView view(String cacheKey) {
    CacheView known = views.get(cacheKey);
    if (known != null) {
      return known;
    }
    CacheView view = new CacheView(servers, cacheKey);
    CacheView other = views.size() < REMEMBERED_CACHES ? views.putIfAbsent(cacheKey, view) : null;
    return other == null ? view : other;
  }

  /** The view of the cache that a key text names with its first three parts. */
  private CacheView viewOf(String key) {
    int cut = key.indexOf(':', key.indexOf(':', key.indexOf(':') + 1) + 1);
    int colons = (int) key.chars().filter(c -> c == ':').limit(3).count();
    return view(colons < 2 ? "" : colons == 2 ? key : key.substring(0, cut));
  }

  @Override
  public byte @Nullable [] get(String key) {
    return viewOf(key).get(key);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    viewOf(key).put(key, value, timeToLive);
  }

  @Override
  public boolean remove(String key) {
    return viewOf(key).remove(key);
  }

  @Override
  public void ping() {
    servers.ping();
  }

  @Override
  public void probe() {
    servers.probe();
  }

  @Override
  public long add(String key, long by, Duration timeToLive) {
    return counters.add(key, by, timeToLive);
  }

  @Override
  public @Nullable Long count(String key) {
    return counters.count(key);
  }

  @Override
  public boolean reset(String key) {
    return counters.reset(key);
  }

  /**
   * Folsom's own client for the servers as they are now, to be used beside the store: it sends each
   * key to the server where the store looks for it. It has what the store has: no retries, and no
   * thread for what is chained to its futures but the one that reads answers, which must not wait.
   * It ends with the store, and is not to be shut down.
   */
  public MemcacheClient<byte[]> client() {
    return servers.client();
  }

  /** Whether remaining lives are known, as they are a second after servers are reached. */
  boolean knowsClocks() {
    return servers.nodes().stream().allMatch(node -> node.clock().isKnown());
  }

  /** The servers. */
  @Override
  public String toString() {
    return "MemcachedStore" + servers;
  }

  @Override
  public void close() {
    if (isClosed.compareAndSet(false, true)) {
      background.close();
      servers.close();
      connector.close();
      deadlines.close();
    }
  }
}
