package dev.larder.memcached;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheClient;
import com.spotify.folsom.MemcacheStatus;
import dev.larder.CacheCodecException;
import dev.larder.spi.Bulk.Put;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The entries of one cache as they are on the servers: values in their frames. */
final class Entries {
  /** How often a race is run again before it is taken for lost. */
  static final int ROUNDS = 5;

  private final Servers servers;
  private final Generations generations;

  Entries(Servers servers, Generations generations) {
    this.servers = servers;
    this.generations = generations;
  }

  Place place(String key) {
    return servers.place(key);
  }

  /** Whether the key has lain there ever since the place was told. */
  boolean isStillAt(Place place) {
    return servers.isStillAt(place);
  }

  /** The key's item and the cache's marker, in one round trip. */
  Sight look(Place place) {
    return seen(place, List.of(ServerKey.bytes(place.key()), generations.keyBytes()));
  }

  /** The same without versions, which make the answer longer; it may go out with others'. */
  Sight glance(Place place) {
    return new Sight(place, place.node().ask(new Glance(place.key(), generations)).await());
  }

  private static Sight seen(Place place, List<byte[]> keys) {
    return new Sight(
        place, place.node().ask(connection -> Multiget.send(connection, keys, true)).await());
  }

  /** The same, and the lease beside the value. */
  Sight lookBeside(Place place) {
    byte[] leaseKey = ServerKey.bytes(place.leaseKey());
    List<byte[]> keys = List.of(ServerKey.bytes(place.key()), generations.keyBytes(), leaseKey);
    return seen(place, keys);
  }

  /** The stamp of what is stored now; there is one afterwards. */
  long stamp(Place place, Sight sight) {
    return generations.seeded(place.node(), sight.marker());
  }

  /** Stores a value, whatever is there, in one round trip unless the cache was cleared. */
  void put(Place place, byte[] value, Duration life) {
    long stamp = generations.remembered(place.node());
    for (int round = 0; round < ROUNDS; round++) {
      Written written = write(place, framed(place, stamp, value, life), life);
      requireFits(place, written.status(), value);
      Statuses.requireStored(written.status(), place.key());
      if (Generations.number(written.marker()) == stamp) {
        return;
      }
      stamp = generations.seeded(place.node(), written.marker());
    }
    // As often as it was stored, a clear came: it was stored before the last of them.
  }

  private record Written(MemcacheStatus status, @Nullable GetResult<byte[]> marker) {}

  private Written write(Place place, byte[] bytes, Duration life) {
    int seconds = place.node().clock().seconds(life);
    return place
        .node()
        .ask(
            connection ->
                connection
                    .set(place.key(), bytes, seconds)
                    .thenCombine(connection.casGet(generations.key()), Written::new))
        .await();
  }

  /** Sends one of many puts. */
  CompletionStage<MemcacheStatus> set(
      MemcacheClient<byte[]> connection, Place place, Put put, long stamp) {
    int seconds = place.node().clock().seconds(put.timeToLive());
    byte[] bytes = framed(place, stamp, put.value(), put.timeToLive());
    return connection.set(place.key(), bytes, seconds);
  }

  /** Stores a value if the item still has the version; false if not. */
  boolean replace(Place place, long version, long stamp, byte[] value, Duration life) {
    byte[] bytes = framed(place, stamp, value, life);
    MemcacheStatus status = set(place, place.key(), bytes, life, version);
    requireFits(place, status, value);
    return Statuses.isStored(status, place.key());
  }

  private MemcacheStatus set(Place place, String key, byte[] bytes, Duration life, long version) {
    int seconds = place.node().clock().seconds(life);
    return place.node().askOnce(connection -> connection.set(key, bytes, seconds, version)).await();
  }

  /** Stores a lease under a key if what is there still has the version; zero: if nothing is. */
  boolean mark(Place place, String key, long version, LeaseMark mark, Duration leaseTime) {
    byte[] bytes = mark.bytes();
    int seconds = place.node().clock().seconds(leaseTime);
    MemcacheStatus status =
        version == 0
            ? place.node().ask(connection -> connection.add(key, bytes, seconds)).await()
            : set(place, key, bytes, leaseTime, version);
    return Statuses.isStored(status, key);
  }

  /** Removes what is under a key if it still has the version. */
  boolean remove(Place place, String key, long version) {
    return place.node().askOnce(connection -> connection.delete(key, version)).await()
        == MemcacheStatus.OK;
  }

  /** Removes what is there; gives whether it was a value. */
  boolean remove(Place place) {
    List<String> keys = List.of(place.key(), generations.key());
    return place
        .node()
        .ask(
            connection ->
                connection
                    .casGet(keys)
                    .thenCombine(
                        connection.delete(place.key()),
                        (seen, status) ->
                            status == MemcacheStatus.OK && new Sight(place, seen).value() != null))
        .await();
  }

  private static byte[] framed(Place place, long stamp, byte[] value, Duration life) {
    return new Frame(stamp, place.node().clock().end(life), place.topology()).around(value);
  }

  /** A value that the server has no room for is not there, and nothing older is. */
  private void requireFits(Place place, MemcacheStatus status, byte[] value) {
    if (status == MemcacheStatus.VALUE_TOO_LARGE) {
      remove(place);
      throw tooLarge(place, value);
    }
  }

  private static CacheCodecException tooLarge(Place place, byte[] value) {
    return new CacheCodecException(
        "the value of "
            + value.length
            + " bytes under "
            + place.key()
            + " is larger than an item may be on Memcached at "
            + place.node()
            + "; its limit is set by memcached -I, 1 MB if not told: raise it, or compress");
  }

  /** Ends every entry. */
  void clear() {
    generations.renew(servers.nodes());
  }

  /** Ends every entry on one server. */
  void clear(Node node) {
    generations.renew(List.of(node));
  }
}
