package dev.larder.memcached;

import com.spotify.folsom.GetResult;
import com.spotify.folsom.MemcacheStatus;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The generation of one cache's entries on each server: a random number under a marker key, the
 * stamp of every entry that counts. Each server has a marker of its own, so that one request reads
 * it beside a value, and no server's loss makes another's entries unreadable. The markers need not
 * agree. A missing one, evicted or gone with a restart, is seeded anew, which ends all entries.
 */
final class Generations {
  /** The number where there is no marker. */
  static final long NONE = 0;

  /** No more servers than this are remembered, of which most will be gone. */
  private static final int MOST_REMEMBERED = 1_000;

  private final String key;
  private final byte[] keyBytes;
  private final Map<Node, Long> remembered = new ConcurrentHashMap<>();

  /** The generations of the cache whose keys begin so. */
  Generations(String cacheKey) {
    int cut = cacheKey.lastIndexOf(':');
    String tag = cut < 0 ? "" : cacheKey.substring(0, cut);
    this.key = ServerKey.of("{" + tag + "}:~gen:" + cacheKey.substring(cut + 1));
    this.keyBytes = ServerKey.bytes(key);
  }

  /** The marker's key, on every server. */
  String key() {
    return key;
  }

  /** The same as it is sent. */
  byte[] keyBytes() {
    return keyBytes;
  }

  /** The number that a marker was read with. */
  static long number(@Nullable GetResult<byte[]> marker) {
    return marker == null || marker.getValue().length != Long.BYTES
        ? NONE
        : ByteBuffer.wrap(marker.getValue()).getLong();
  }

  /** The number that this process saw last, which may have been replaced since. */
  long remembered(Node node) {
    Long number = remembered.get(node);
    return number == null ? seeded(node, marker(node)) : number;
  }

  /** The number that a marker was read with, or else a new one that now is there. */
  long seeded(Node node, @Nullable GetResult<byte[]> marker) {
    GetResult<byte[]> seen = marker;
    while (number(seen) == NONE) {
      // Whether ours was stored or another process was faster: what is there now, is the number.
      store(node, seen, bytes(newNumber()));
      seen = marker(node);
    }
    long number = number(seen);
    if (remembered.size() >= MOST_REMEMBERED) {
      // Under discovery servers come and go.
      remembered.clear();
    }
    remembered.put(node, number);
    return number;
  }

  /**
   * Gives every server a new number; returns when all have it. A command that is sent again brings
   * yet another one: a late copy of it must not bring back a number that was replaced since.
   */
  void renew(Collection<Node> nodes) {
    List<Answer<MemcacheStatus>> answers =
        nodes.stream()
            .map(node -> node.ask(connection -> connection.set(key, bytes(newNumber()), 0)))
            .toList();
    // Servers that are gone are forgotten with the rest.
    remembered.clear();
    Answers.awaitAll(answers).forEach(status -> Statuses.requireStored(status, key));
  }

  private @Nullable GetResult<byte[]> marker(Node node) {
    return node.ask(connection -> connection.casGet(key)).await();
  }

  private void store(Node node, @Nullable GetResult<byte[]> seen, byte[] bytes) {
    MemcacheStatus status =
        seen == null
            ? node.ask(connection -> connection.add(key, bytes, 0)).await()
            : node.askOnce(connection -> connection.set(key, bytes, 0, seen.getCas())).await();
    Statuses.requireRoom(status, key);
  }

  private static long newNumber() {
    long number = ThreadLocalRandom.current().nextLong();
    return number == NONE ? 1 : number;
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }
}
