package dev.larder.stores;

import dev.larder.spi.Store;
import dev.larder.spi.StoreSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A store in a map, that remembers what it was opened with. */
public final class ShelfStore implements Store {
  /** Those that were opened and not closed since. */
  public static final List<ShelfStore> OPEN = new CopyOnWriteArrayList<>();

  /** The chain it was opened for. */
  public final String chain;

  /** Where it is. */
  public final Optional<URI> url;

  /** A host of its own, if that stands above the URL. */
  public final Optional<String> host;

  /** A port. */
  public final OptionalInt port;

  /** A password. */
  public final Optional<String> password;

  /** A time-out. */
  public final Optional<Duration> timeout;

  /** Whether it is encrypted. */
  public final boolean tls;

  /** Further places. */
  public final List<String> servers;

  /** The times to live that were asked for. */
  public final List<Duration> lives = new CopyOnWriteArrayList<>();

  private final Map<String, byte[]> entries = new ConcurrentHashMap<>();

  ShelfStore(StoreSettings settings) {
    chain = settings.chain();
    url = settings.text("url").map(URI::create);
    host =
        url.isEmpty() || settings.outranks("host", "url")
            ? settings.text("host")
            : Optional.empty();
    port = settings.integer("port");
    password = settings.text("password");
    timeout = settings.duration("timeout");
    tls = settings.flag("tls").orElse(false);
    servers = settings.list("servers");
    if (url.filter(place -> place.getHost() == null).isPresent()) {
      throw settings.refuse("url", "it has no host");
    }
    OPEN.add(this);
  }

  @Override
  public String name() {
    return "shelf";
  }

  @Override
  public byte @Nullable [] get(String key) {
    return entries.get(key);
  }

  @Override
  public void put(String key, byte[] value, Duration timeToLive) {
    lives.add(timeToLive);
    entries.put(key, value);
  }

  @Override
  public boolean remove(String key) {
    return entries.remove(key) != null;
  }

  /** The texts of the keys that it holds. */
  public List<String> keys() {
    return entries.keySet().stream().sorted().toList();
  }

  /** How many bytes are under a key. */
  public int size(String key) {
    return entries.getOrDefault(key, new byte[0]).length;
  }

  @Override
  public void close() {
    OPEN.remove(this);
  }
}
