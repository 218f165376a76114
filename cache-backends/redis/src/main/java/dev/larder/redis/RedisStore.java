package dev.larder.redis;

import dev.larder.spi.Clearing;
import dev.larder.spi.Counting;
import dev.larder.spi.Messaging;
import dev.larder.spi.Punctual;
import dev.larder.spi.Store;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/**
 * Entries in Redis or Valkey, also as ElastiCache. Reads go to masters alone. Safe for use by
 * several threads.
 *
 * <p>It connects in the background as soon as a cache is opened: that the servers cannot be reached
 * is thrown by the calls that need them, until they can.
 */
public final class RedisStore implements Store, Clearing, Counting, Messaging, Punctual {
  /** Nobody has as many caches; keys may be anything, though. */
  private static final int REMEMBERED_CACHES = 1_000;

  private final LazyClient client;
  private final RedisOptions options;
  private final RedisLink link;
  private final RedisMessages messages;
  private final RedisCounters counters;
  private final Ping ping;
  private final Numbers numbers = new Numbers();
  private final Reclaimer reclaimer = new Reclaimer();
  private final UnwantedLeases unwanted = new UnwantedLeases();
  private final ConcurrentMap<String, RedisCache> caches = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private RedisStore(RedisOptions options) {
    this.options = options;
    this.client = new LazyClient(ClientConfiguration.of(options));
    this.link = new RedisLink(client, options);
    this.messages = new RedisMessages(link);
    this.counters = new RedisCounters(link);
    this.ping = new Ping(link, options.mode);
  }

  /**
   * A store on one server.
   *
   * @param url such as {@code redis://localhost:6379} or {@code rediss://user:password@host:6380/2}
   * @throws dev.larder.CacheConfigurationException if that is no URL of a server
   */
  public static RedisStore connect(String url) {
    return connect(RedisOptions.of(url));
  }

  /** A store on the servers that the options name. */
  public static RedisStore connect(RedisOptions options) {
    return new RedisStore(options);
  }

  /** The client beneath, for whatever else the servers can do. It is closed with the store. */
  public RedissonClient client() {
    return client.get();
  }

  @Override
  public String name() {
    return RedisFaults.STORE;
  }

  @Override
  public CacheStore open(String cacheKey) {
    CacheKeys keys = new CacheKeys(cacheKey);
    link.connect();
    return cache(keys);
  }

  private RedisCache cache(CacheKeys keys) {
    if (caches.size() >= REMEMBERED_CACHES) {
      RedisCache known = caches.get(keys.cacheKey());
      return known == null ? newCache(keys) : known;
    }
    return caches.computeIfAbsent(keys.cacheKey(), cacheKey -> newCache(keys));
  }

  private RedisCache newCache(CacheKeys keys) {
    Generation generation =
        options.mode == RedisMode.CLUSTER
            ? new MarkerCopies(link, numbers, keys)
            : new OneMarker(link, numbers, keys);
    return new RedisCache(
        generation, numbers, new KeyWalk(link, keys), reclaimer, unwanted, messages);
  }

  @Override
  public byte @Nullable [] get(String key) {
    return cache(CacheKeys.ofValue(key)).get(key);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    cache(CacheKeys.ofValue(key)).put(key, value, timeToLive);
  }

  @Override
  public boolean remove(String key) {
    return cache(CacheKeys.ofValue(key)).remove(key);
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

  @Override
  public long publish(String channel, byte[] message) {
    return messages.publish(channel, message);
  }

  @Override
  public long lastNumber(String channel) {
    return messages.lastNumber(channel);
  }

  @Override
  public Subscription subscribe(String channel, Listener listener) {
    return messages.subscribe(channel, listener);
  }

  /** Asks each master whether it would take an evict. */
  @Override
  public void ping() {
    ping.send();
  }

  /** Asks each master, and needs the answer of one. */
  @Override
  public void probe() {
    ping.sendToAny();
  }

  /** Where the servers are. */
  @Override
  public String toString() {
    return "RedisStore " + options;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      reclaimer.close();
      unwanted.close();
      messages.close();
      client.close();
    }
  }
}
